package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** People at their desks, in memory; the first of those who are ready has been idle longest. */
final class FakeStaff implements Staff {
  final List<Server> ready = new ArrayList<>();
  final List<Server> busy = new ArrayList<>();
  final List<Assignment> assigned = new ArrayList<>();

  FakeStaff signedIn(long id, String... languages) {
    ready.add(new Server(id, Set.of(languages), Set.of()));
    return this;
  }

  FakeStaff signedIn(long id, Set<String> skills, String... languages) {
    ready.add(new Server(id, Set.of(languages), skills));
    return this;
  }

  /** This one is idle again, and the last to get a call. */
  void isReady(long id) {
    Server server = busy.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    busy.remove(server);
    ready.add(server);
  }

  /** Which calls were given to this one. */
  List<String> callsOf(long id) {
    return assigned.stream().filter(one -> one.server() == id).map(Assignment::callId).toList();
  }

  @Override
  public Roster roster(Sql sql, Instant now) {
    List<Server> all = new ArrayList<>(ready);
    all.addAll(busy);
    return new Roster(
        ready,
        busy.size(),
        all.size(),
        all.stream().flatMap(one -> one.languages().stream()).collect(Collectors.toSet()),
        all.stream().flatMap(one -> one.skills().stream()).collect(Collectors.toSet()));
  }

  @Override
  public void assigned(Sql sql, Assignment assignment) {
    Server server =
        ready.stream().filter(one -> one.id() == assignment.server()).findFirst().orElseThrow();
    ready.remove(server);
    busy.add(server);
    assigned.add(assignment);
  }
}
