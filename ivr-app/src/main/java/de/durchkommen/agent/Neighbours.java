package de.durchkommen.agent;

import de.durchkommen.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** What talks need of other parts; each of them may be missing. */
@ApplicationScoped
class Neighbours {
  /** Where nobody can be connected. */
  private static final Exchange NO_EXCHANGE =
      new Exchange() {
        @Override
        public boolean isPossible() {
          return false;
        }

        @Override
        public Outcome held(long talk) {
          return Outcome.FAILED;
        }

        @Override
        public Outcome resumed(long talk) {
          return Outcome.FAILED;
        }

        @Override
        public Outcome released(long talk) {
          return Outcome.FAILED;
        }

        @Override
        public Outcome consulted(long talk, String phoneUser) {
          return Outcome.FAILED;
        }

        @Override
        public Outcome joined(long talk, String phoneUser) {
          return Outcome.FAILED;
        }

        @Override
        public Outcome handedTo(long talk) {
          return Outcome.FAILED;
        }

        @Override
        public Outcome interpreted(long talk, PhoneNumber interpreter) {
          return Outcome.FAILED;
        }

        @Override
        public Outcome observed(long talk, String phoneUser, Mode mode) {
          return Outcome.FAILED;
        }

        @Override
        public Outcome ended(long talk) {
          return Outcome.FAILED;
        }

        @Override
        public List<Live> live() {
          throw new IllegalStateException("No exchange");
        }
      };

  private static final Queue NO_QUEUE =
      new Queue() {
        @Override
        public void begun(String callId) {}

        @Override
        public void gone(String callId) {}
      };

  private final Exchange exchange;
  private final Queue queue;
  private final Notices notices;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  Neighbours() {
    this.exchange = null;
    this.queue = null;
    this.notices = null;
  }

  @Inject
  Neighbours(Instance<Exchange> exchange, Instance<Queue> queue, Instance<Notices> notices) {
    this(
        exchange.isResolvable() ? exchange.get() : NO_EXCHANGE,
        queue.isResolvable() ? queue.get() : NO_QUEUE,
        notices.isResolvable() ? notices.get() : account -> {});
  }

  Neighbours(Exchange exchange, Queue queue, Notices notices) {
    this.exchange = exchange;
    this.queue = queue;
    this.notices = notices;
  }

  Exchange exchange() {
    return exchange;
  }

  Queue queue() {
    return queue;
  }

  /** These desks show something else. */
  void changed(Collection<Long> accounts) {
    accounts.forEach(notices::changed);
  }
}
