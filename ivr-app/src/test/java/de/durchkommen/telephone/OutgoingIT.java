package de.durchkommen.telephone;

import static de.durchkommen.telephone.Crowd.CODE;
import static de.durchkommen.telephone.Crowd.SOON;
import static de.durchkommen.telephone.Crowd.TURN;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.Hearing;
import de.durchkommen.launch.phone.Recording;
import de.durchkommen.telephone.HotlineUnderTest.Letter;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Calls that go out: about a pair that has become free, and to a number that was keyed. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("how many are let in is everybody's, and so is the waiting list")
class OutgoingIT {
  private static final int ON_THE_LIST = 7;
  private static final int WITHHELD = 8;
  private static final int NEXT = 9;

  /** Of a sentence, so that it is recognised. */
  private static final Duration ENOUGH = Duration.ofSeconds(3);

  private final HotlineUnderTest hotline;
  private final Crowd crowd;

  OutgoingIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
    this.crowd = new Crowd(hotline);
  }

  @BeforeEach
  void oneAtOnce() throws IOException, InterruptedException {
    crowd.begins(1);
  }

  @AfterEach
  void asUsual() throws IOException, InterruptedException {
    crowd.ends();
  }

  /**
   * Whoever is offered a pair takes the one dialogue. So lines are short for somebody else, who
   * shows no number and keys one; that is called when the first of them has booked, and one more
   * has left who came before: all who are called have the same address, so the first telephone
   * there has to be put away before the second is called.
   */
  @Test
  void anOfferRingsAndIsBookedAndThenAKeyedNumberRings() throws IOException, InterruptedException {
    Letter letter = hotline.letter();
    waits(letter, Crowd.calledNumber(ON_THE_LIST));
    PersonOnLine offered =
        crowd.joined(PersonOnLine.called(hotline, Crowd.calledNumber(ON_THE_LIST), SOON));
    offered.hears("Für Sie sind Termine frei geworden", SOON);
    Thread.sleep(ENOUGH);
    offered.presses("1");
    offered.hears(CODE, SOON);
    offered.keepsTalking();

    PersonOnLine next = crowd.calls(NEXT);
    next.hears("an Position eins", SOON);
    PersonOnLine withheld = crowd.joined(PersonOnLine.withheld(hotline, RunningDialplan.CROWDED));
    wishesACallback(withheld);
    offered.stopsTalking();
    books(offered, letter);
    assertThat(bookedAsOffered(letter)).isEqualTo("1");
    Recording offereds = offered.putDown();

    next.hears(CODE, TURN);
    PersonOnLine called =
        crowd.joined(
            PersonOnLine.called(hotline, Crowd.calledNumber(WITHHELD), TURN, next::leaves));
    called.hears("Sie wollten zurückgerufen werden", SOON);
    called.presses("1");
    called.hears(CODE, SOON);
    called.hangsUp();

    Hearing crowded = hotline.heard(withheld.putDown());
    assertThat(crowded.ofWords("unsere Leitungen reichen nicht")).as("%s", crowded).isTrue();
    Hearing booked = hotline.heard(offereds);
    assertThat(booked.prompts().getFirst().sound().text()).contains("auf unserer Warteliste");
    assertThat(booked.prompts())
        .as("%s", booked)
        .anyMatch(heard -> heard.sound().text().startsWith("Für Sie sind zwei Termine frei"));
  }

  /** On the waiting list for every centre; nobody is before them there. */
  private void waits(Letter letter, String number) throws IOException, InterruptedException {
    hotline.sql(
        "INSERT INTO waiting_entry"
            + " (person_id, live_person, postcode, phone, language, state, signed_up_at)"
            + " SELECT id, id, postcode, '%s', 'de', 'WAITING', UTC_TIMESTAMP(3)".formatted(number)
            + " FROM person WHERE code = '%s'".formatted(letter.code()));
    hotline.sql(
        "INSERT INTO waiting_line (centre_id, entry_id) SELECT c.id, w.id"
            + " FROM centre c, waiting_entry w WHERE w.state = 'WAITING'");
  }

  /** Is told that lines are short, keys a number, and hangs up. */
  private static void wishesACallback(PersonOnLine person)
      throws IOException, InterruptedException {
    person.hears("unsere Leitungen reichen nicht", SOON);
    person.hears("Drücken Sie dafür die Eins", SOON);
    person.presses("1");
    person.hears("Unter welcher Nummer", SOON);
    person.presses(Crowd.number(WITHHELD) + "#");
    // A number is not written down: that is all that the transcript tells of this question.
    person.hears("…", SOON);
    person.presses("1");
    person.hears("rufen wir Sie zurück, zwischen", SOON);
    person.hangsUp();
  }

  private static void books(PersonOnLine person, Letter letter)
      throws IOException, InterruptedException {
    person.presses(letter.code() + "#");
    person.hears("Ihr Geburtsdatum", SOON);
    person.presses(letter.birthDate() + "#");
    person.hears("Die Frist endet am", SOON);
    Thread.sleep(ENOUGH);
    person.presses("1");
    person.hears("Ich buche jetzt für Sie", SOON);
    person.presses("1");
    person.hears("Ihre Termine sind gebucht", SOON);
  }

  /** How many pairs that were offered to this person are booked for them. */
  private String bookedAsOffered(Letter letter) throws IOException, InterruptedException {
    return hotline.sql(
        "SELECT COUNT(*) FROM person p JOIN appointment_pair a ON a.person_id = p.id"
            + " JOIN waiting_entry w ON w.person_id = p.id AND w.state = 'BOOKED'"
            + " JOIN waiting_event e ON e.entry_id = w.id AND e.kind = 'OFFERED'"
            + " AND e.first_seat_id = a.first_seat_id AND e.second_seat_id = a.second_seat_id"
            + " WHERE p.code = '%s'".formatted(letter.code()));
  }
}
