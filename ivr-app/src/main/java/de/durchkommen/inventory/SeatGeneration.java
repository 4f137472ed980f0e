package de.durchkommen.inventory;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditEvent.Channel;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.booking.Vaccine;
import de.durchkommen.database.Sql;
import de.durchkommen.database.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the seats what the plan of deliveries says.
 *
 * <p>It reads what is there, plans, and writes in transactions of at most {@link
 * Ledger#PAIRS_AT_ONCE} pairs. Each adds both seats of its pairs, so one that is stopped between
 * two transactions leaves nothing half done, and the next one goes on from what is there. Two at
 * once do not add twice: each looks before it writes whether the day is still as it was read.
 */
public final class SeatGeneration {
  private final Transactions transactions;

  /** Generates by these transactions; none takes longer than a second. */
  public SeatGeneration(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Compares plan and seats from a day on, and makes good the difference.
   *
   * @param from the first day on which seats may be added or taken away
   * @param now holds that end by then do not count
   * @param channel who asked: the way
   * @param actor who asked: the name
   */
  public GenerationReport generate(LocalDate from, Instant now, Channel channel, String actor) {
    GenerationReport report = GenerationReport.NOTHING;
    for (Vaccine vaccine :
        transactions.run(entities -> new SupplyRows(new Sql(entities)).vaccines())) {
      report = report.plus(generate(vaccine, from, now));
    }
    long changed = report.seatsAdded() + 2L * report.pairsRemoved();
    if (changed > 0) {
      record(from, changed, now, channel, actor);
    }
    return report;
  }

  private void record(LocalDate from, long seats, Instant now, Channel channel, String actor) {
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    transactions.run(entities -> {
      AuditLog.add(
          new Sql(entities),
          new AuditEvent(at, channel, actor, "SEATS_GENERATED", "from " + from, seats, ""));
      return seats;
    });
  }

  private GenerationReport generate(Vaccine vaccine, LocalDate from, Instant now) {
    SeatPlan plan = transactions.run(entities -> plan(new Sql(entities), vaccine, from));
    GenerationReport report = plan.impossible();
    for (Surplus surplus : plan.surplus()) {
      int removed =
          transactions.run(entities -> new SeatWriter(new Sql(entities)).removed(surplus, now));
      report = report.plus(new GenerationReport(0, 0, removed, 0, surplus.count() - removed, 0));
    }
    for (Addition addition : plan.additions()) {
      report = report.plus(added(addition));
    }
    return report;
  }

  private GenerationReport added(Addition addition) {
    boolean done = transactions.run(entities -> new SeatWriter(new Sql(entities)).added(addition));
    int firsts = addition.firsts();
    int alone = addition.seconds() - firsts;
    return done
        ? new GenerationReport(firsts, alone, 0, 0, 0, 0)
        : new GenerationReport(0, 0, 0, firsts, 0, alone);
  }

  private static SeatPlan plan(Sql sql, Vaccine vaccine, LocalDate from) {
    SupplyRows supply = new SupplyRows(sql);
    IsoWeek week = IsoWeek.of(from);
    List<Vaccine> vaccines = supply.vaccines();
    List<Ledger> ledgers = new ArrayList<>();
    for (OpeningTimes times : new CentreRows(sql).all()) {
      String centre = times.centre().id();
      Ledger ledger = new Ledger(times, vaccine, from, closed(sql, centre, from));
      for (Vaccine other : vaccines) {
        List<SeatCount> seats = SeatCount.of(sql, centre, other.id(), week.monday());
        seats.forEach(other.equals(vaccine) ? ledger::enter : ledger::enterOther);
      }
      ledgers.add(ledger);
    }
    SeatPlan plan = new SeatPlan(ledgers);
    plan.make(supply.pairs(vaccine.id(), week), vaccine);
    return plan;
  }

  private static Set<LocalDate> closed(Sql sql, String centre, LocalDate from) {
    return new HashSet<>(
        sql.rows(
            "SELECT day FROM centre_closure WHERE centre_id = ? AND day >= ?",
            row -> row.getObject(1, LocalDate.class),
            List.of(centre, from)));
  }
}
