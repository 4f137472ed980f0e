package de.durchkommen.people;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.database.LongWork;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** Imports a made file in a JVM of its own, whose memory the caller has limited. */
final class ImportProgram {
  private ImportProgram() {}

  /** Takes the address of a migrated schema and the number of lines; prints what came of it. */
  public static void main(String[] arguments) throws Exception {
    int lines = Integer.parseInt(arguments[1]);
    PeopleImport imports =
        new PeopleImport(new LongWork(arguments[0], "root", ""), Clock.systemUTC());
    ImportActor actor = new ImportActor(AuditEvent.Channel.OPERATOR, "test");
    long begin = System.nanoTime();
    PeopleFile file = InvitedFile.made(lines);
    long id = imports.announced(actor, file.size());
    ImportOutcome outcome = imports.run(id, actor, file, ImportProgress.UNSEEN);
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    System.out.println(outcome);
    System.out.printf(Locale.ROOT, "%.1f s%n", time.toMillis() / 1_000.0);
  }
}
