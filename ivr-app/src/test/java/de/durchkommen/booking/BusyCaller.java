package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.TESTER;
import static de.durchkommen.booking.Stage.anywhere;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Books, moves and cancels for some people who are nobody else's, and writes down what it hears.
 *
 * <p>When nobody can tell, it asks for the same again until somebody can, as a client does. There
 * are always free pairs and nothing is held for longer than {@link Limits#HOLD}, so it knows what
 * it may hear: it never hears "sold out", and whatever it was offered it can have.
 */
final class BusyCaller {
  private static final Duration PAUSE = Duration.ofMillis(25);

  /** Where it asks: two nodes, one of the telephone and one of the web. */
  private final List<BookingDesk> desks;

  private final List<Long> people;
  private final Random random;
  private final ToldLines lines;
  private final BooleanSupplier ended;
  private final Map<Long, String> pairs = new HashMap<>();

  /**
   * A caller.
   *
   * @param ended when to leave, whatever it was about
   */
  BusyCaller(
      List<BookingDesk> desks,
      List<Long> people,
      Random random,
      ToldLines lines,
      BooleanSupplier ended) {
    this.desks = desks;
    this.people = people;
    this.random = random;
    this.lines = lines;
    this.ended = ended;
  }

  /** Finds out what its people have. */
  void begin() {
    people.forEach(this::recall);
  }

  private void recall(long person) {
    switch (untilKnown(() -> desks.getFirst().appointments(person))) {
      case LookUp.Found(AppointmentPair pair) -> hear(person, ToldLines.text(pair));
      case LookUp.NothingBooked() -> hear(person, ToldLines.NONE);
      case LookUp.Unknown _ -> {}
    }
  }

  /** Does one thing. */
  void step() {
    long person = people.get(random.nextInt(people.size()));
    switch (random.nextInt(12)) {
      case 0 -> lookUp(person);
      case 1 -> look();
      case 2, 3, 4 -> cancel(person);
      default -> offer(person);
    }
  }

  private BookingDesk anyDesk() {
    return desks.get(random.nextInt(desks.size()));
  }

  private boolean has(long person) {
    return !pairs.getOrDefault(person, ToldLines.NONE).equals(ToldLines.NONE);
  }

  private void hear(long person, String pair) {
    lines.told(person, pair);
    pairs.put(person, pair);
  }

  private void lookUp(long person) {
    String known = pairs.getOrDefault(person, ToldLines.NONE);
    switch (anyDesk().appointments(person)) {
      case LookUp.Found(AppointmentPair pair) -> check(known, ToldLines.text(pair));
      case LookUp.NothingBooked() -> check(known, ToldLines.NONE);
      case LookUp.Unknown _ -> unknown("look-up");
    }
  }

  private void check(String known, String heard) {
    if (heard.equals(known)) {
      lines.done("look-up");
    } else {
      lines.wrong("has " + known + " but hears " + heard);
    }
  }

  private void look() {
    switch (anyDesk().stock(anywhere())) {
      case Stock.Available _ -> lines.done("stock");
      case Stock.Unknown _ -> unknown("stock");
      case Stock other -> lines.wrong("stock: " + other);
    }
    switch (anyDesk().search(anywhere(), 1)) {
      case SearchOutcome.Unknown _ -> unknown("search");
      case SearchOutcome.Found(var found, _) when found.isEmpty() -> lines.wrong("nothing found");
      case SearchOutcome.Found _ -> lines.done("search");
    }
  }

  private void offer(long person) {
    switch (anyDesk().offer(anywhere())) {
      case OfferOutcome.Offered(Offer offer) -> decide(person, offer);
      case OfferOutcome.Unknown _ -> unknown("offer");
      case OfferOutcome other -> lines.wrong("offer: " + other);
    }
  }

  private void decide(long person, Offer offer) {
    int mood = random.nextInt(10);
    if (mood == 0) {
      anyDesk().release(offer.hold());
      lines.done("release");
      return;
    }
    if (mood == 1) {
      renew(offer);
    }
    lines.ask(person, offer.hold().token());
    if (has(person)) {
      move(person, offer);
    } else {
      book(person, offer);
    }
  }

  private void renew(Offer offer) {
    switch (anyDesk().renew(offer.hold())) {
      case RenewOutcome.Renewed _ -> lines.done("renewal");
      case RenewOutcome.Unknown _ -> unknown("renewal");
      case RenewOutcome.HoldLost() -> lines.wrong("a hold was lost before it was renewed");
    }
  }

  private void book(long person, Offer offer) {
    switch (untilKnown(() -> anyDesk().book(person, offer.hold(), TESTER))) {
      case BookOutcome.Booked(AppointmentPair pair) -> hearOf(person, offer, pair);
      case BookOutcome.Unknown _ -> {}
      case BookOutcome other -> lines.wrong("booking: " + other);
    }
  }

  private void move(long person, Offer offer) {
    switch (untilKnown(() -> anyDesk().move(person, offer.hold(), TESTER))) {
      case MoveOutcome.Moved(AppointmentPair pair) -> hearOf(person, offer, pair);
      case MoveOutcome.Unknown _ -> {}
      case MoveOutcome other -> lines.wrong("move: " + other);
    }
  }

  private void hearOf(long person, Offer offer, AppointmentPair pair) {
    hear(person, ToldLines.text(pair));
    if (!pair.first().equals(offer.first()) || !pair.second().equals(offer.second())) {
      lines.wrong("offered " + offer + " but booked " + pair);
    }
  }

  private void cancel(long person) {
    if (!has(person)) {
      return;
    }
    lines.ask(person, 0);
    CancelOutcome first = anyDesk().cancel(person, TESTER);
    boolean again = first instanceof CancelOutcome.Unknown;
    if (again) {
      unknown("cancelling");
    }
    switch (again ? untilKnown(() -> anyDesk().cancel(person, TESTER)) : first) {
      case CancelOutcome.Cancelled(AppointmentPair pair) -> {
        check(pairs.getOrDefault(person, ToldLines.NONE), ToldLines.text(pair));
        hear(person, ToldLines.NONE);
      }
      case CancelOutcome.NothingBooked() when again -> hear(person, ToldLines.NONE);
      case CancelOutcome.NothingBooked() -> lines.wrong("nothing to cancel");
      case CancelOutcome.Unknown _ -> {}
    }
  }

  /** What it hears at last; an unknown only when it has to leave. */
  private <T> T untilKnown(Supplier<T> question) {
    while (true) {
      T answer = question.get();
      boolean known = !answer.getClass().getSimpleName().equals("Unknown");
      if (known || ended.getAsBoolean()) {
        return answer;
      }
      unknown("for now");
    }
  }

  private void unknown(String what) {
    lines.unknown(what);
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
