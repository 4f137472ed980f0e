package de.durchkommen.queue;

import de.durchkommen.queue.QueueJournal.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The stays on the lines of this node. Rounds and line-ups are told to them; added to and taken
 * from by any thread, told by one.
 */
final class Stays {
  private final Map<Long, Visit> visits = new ConcurrentHashMap<>();
  private final Room room;
  private final QueueJournal journal;
  private final WaitEstimate estimate;
  private Set<Long> strangers = Set.of();
  private Set<Long> missing = Set.of();

  Stays(Room room, QueueJournal journal, WaitEstimate estimate) {
    this.room = room;
    this.journal = journal;
    this.estimate = estimate;
  }

  void add(Visit visit) {
    visits.put(visit.id(), visit);
  }

  /** This one is over. */
  void over(Visit visit, Happening how) {
    visits.remove(visit.id());
    told(how, visit);
  }

  /** The stay of this call that somebody has let go of since a telephone rings for it. */
  Optional<Visit> handedOver(String callId) {
    return visits.values().stream()
        .filter(visit -> visit.isHandedOver() && visit.arrival().callId().equals(callId))
        .findFirst();
  }

  /** Not here any more, and nobody is told: the call has another stay. */
  void drop(Visit visit) {
    visits.remove(visit.id());
  }

  int count() {
    return visits.size();
  }

  void told(Happening what, Visit visit) {
    Duration waited = Duration.between(visit.entered(), room.now());
    journal.happened(what, visit.arrival().language(), waited);
  }

  /** What a round came to. */
  void told(Report result) {
    if (result.reborn()) {
      enterAgain(visit -> visit.state() != Visit.State.PENDING);
    } else if (result.phase() != Gate.Phase.SHUT) {
      enterAgain(
          visit -> visit.state() == Visit.State.SHUT && !result.entries().containsKey(visit.id()));
    }
    result.entries().forEach((id, entry) -> find(id).ifPresent(visit -> entered(visit, entry)));
    visits.values().forEach(visit -> turned(visit, result));
    result.answers().forEach((id, known) -> find(id).ifPresent(visit -> visit.answered(known)));
    result.wishes().forEach((id, noted) -> find(id).ifPresent(visit -> visit.answered(noted)));
    visits.values().stream()
        .filter(visit -> visit.isHandedOverBefore(result.at().minus(QueueLimits.HANDED_OVER)))
        .forEach(Visit::lost);
    result.ends().forEach(end -> ended(end, result.at()));
  }

  private void ended(Ends.End end, Instant at) {
    Happening what =
        end.outcome() == Ends.Outcome.UNREACHED
            ? Happening.CALLBACK_UNREACHED
            : Happening.ABANDONED;
    journal.happened(what, end.language(), Duration.between(end.entered(), at));
  }

  private Optional<Visit> find(long id) {
    return Optional.ofNullable(visits.get(id));
  }

  /** In the order of their arrival. */
  private void enterAgain(Predicate<Visit> some) {
    visits.values().stream()
        .filter(some)
        .sorted(Comparator.comparing(Visit::entered))
        .forEach(Visit::entersAgain);
  }

  private void entered(Visit visit, Entries.Entry entry) {
    if (visit.state() == Visit.State.PENDING && entry.state() != Visit.State.SHUT) {
      if (entry.returned()) {
        visit.isReturning();
      }
      told(entry.returned() ? Happening.RETURNED : Happening.ENTERED, visit);
    }
    visit.becomes(entry.state());
  }

  private void turned(Visit visit, Report result) {
    Visit.State state = visit.state();
    Instant since = result.dialogues().get(visit.id());
    if (since != null) {
      if (state != Visit.State.DIALOGUE && state != Visit.State.OVER) {
        visit.becomes(Visit.State.DIALOGUE);
        admitted(visit, since, result);
      }
    } else if (state == Visit.State.LOBBY && result.phase() == Gate.Phase.OPEN) {
      visit.becomes(Visit.State.LINE);
    } else if (state == Visit.State.LINE) {
      visit.closes(result.isClosing());
    }
  }

  private void admitted(Visit visit, Instant since, Report result) {
    String language = visit.arrival().language();
    journal.happened(Happening.ADMITTED, language, Duration.between(since, result.at()));
    visit
        .promise()
        .ifPresent(promise -> {
          Duration wait = Duration.between(promise.at(), result.at());
          estimate.proved(promise.range(), wait);
          journal.proved(promise.range().holds(wait));
        });
  }

  /** Whether somebody is in line who does not know where. */
  boolean isAnyUnplaced() {
    return visits.values().stream().anyMatch(Visit::isUnplaced);
  }

  /** How all stand. */
  void told(Lineup fresh) {
    int position = 0;
    for (Lineup.Row row : fresh.rows()) {
      position++;
      Long id = row.visit();
      Visit visit = id == null ? null : visits.get(id);
      if (visit != null) {
        visit.stands(position, fresh.at());
      }
    }
  }

  /**
   * Which stays the database has on this node. Who is there and not here is gone, and who is here
   * and not there has to come in again, if that is so twice: what happens meanwhile is written
   * later. So an event that was lost costs nobody the dialogue for ever.
   */
  void compared(Set<Long> stored) {
    Set<Long> unknown = new HashSet<>(stored);
    unknown.removeAll(visits.keySet());
    Set<Long> unwritten = new HashSet<>();
    visits.values().stream()
        .filter(Visit::isWritten)
        .map(Visit::id)
        .filter(id -> !stored.contains(id))
        .forEach(unwritten::add);
    unknown.stream()
        .filter(strangers::contains)
        .forEach(id -> room.happened(new Event.Left(id, Optional.empty())));
    List<Long> again = unwritten.stream().filter(missing::contains).toList();
    enterAgain(visit -> again.contains(visit.id()));
    strangers = unknown;
    missing = unwritten;
  }
}
