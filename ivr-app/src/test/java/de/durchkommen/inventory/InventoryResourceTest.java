package de.durchkommen.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.booking.Vaccine;
import de.durchkommen.inventory.SupplyResource.Doses;
import de.durchkommen.inventory.SupplyResource.Share;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

/** Centres, deliveries and vaccines as a client sees them, read from its JSON. */
class InventoryResourceTest {
  private static final Depot DEPOT = new Depot();
  private static final String CENTRE =
      """
      {"name": "Kassel", "street": "Damaschkestraße 55", "postcode": "34121", "town": "Kassel",
       "latitude": 51.3056, "longitude": 9.4652, "lanes": 30, "slotMinutes": 15, "weight": 2}
      """;

  private static final SecurityContext BY = caller();

  private final Jsonb json = JsonbBuilder.create();
  private final CentreResource centres = new CentreResource(DEPOT.rows.patient(), DEPOT.clock);
  private final SupplyResource supply = new SupplyResource(DEPOT.rows.patient(), DEPOT.clock);
  private final VaccineResource vaccines = new VaccineResource(DEPOT.rows.patient(), DEPOT.clock);

  private static SecurityContext caller() {
    SecurityContext caller = Mockito.mock();
    Mockito.when(caller.getUserPrincipal()).thenReturn(new ApiClient("leitstand", Role.SUPERVISOR));
    return caller;
  }

  @BeforeEach
  void clear() {
    DEPOT.clear();
  }

  @AfterAll
  static void close() {
    DEPOT.close();
  }

  private CentreDetails centre(String text) {
    return json.fromJson(text, CentreDetails.class);
  }

  @Test
  void aCentreIsAddedAndChanged() {
    Object put = centres.put("kassel", null, BY, centre(CENTRE)).getEntity();
    assertThat(centres.details("kassel").getEntity())
        .isEqualTo(put)
        .isEqualTo(
            new CentreDetails(
                "kassel",
                "Kassel",
                "Damaschkestraße 55",
                "34121",
                "Kassel",
                51.3056,
                9.4652,
                30,
                15,
                false,
                2));
    centres.put("kassel", null, BY, centre(CENTRE.replace("30", "20")));
    assertThat(centres.details("kassel").getEntity())
        .isInstanceOfSatisfying(CentreDetails.class, now -> assertThat(now.lanes()).isEqualTo(20));
    assertThatThrownBy(() -> centres.put("kassel-2", null, BY, centre(CENTRE)))
        .hasMessageContaining("name-taken");
    assertThatThrownBy(() -> centres.details("koeln")).hasMessageContaining("not-found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"lanes\": 30 | \"lanes\": 128 | lanes",
        "\"lanes\": 30 | \"lanes\": -1 | lanes",
        "\"slotMinutes\": 15 | \"slotMinutes\": 4 | slotMinutes",
        "\"slotMinutes\": 15 | \"slotMinutes\": 241 | slotMinutes",
        "51.3056 | 91 | latitude",
        "34121 | 3412 | postcode",
        "\"name\": \"Kassel\", |  | name",
        "\"town\": \"Kassel\" | \"town\": \" \" | town",
      })
  void aWrongValueIsNamed(String right, String wrong, String field) {
    String text = CENTRE.replace(right, wrong == null ? "" : wrong);
    assertThatThrownBy(() -> centres.put("kassel", null, BY, centre(text)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("invalid: " + field);
  }

  @Test
  void hoursAndBreaksAreReplaced() {
    centres.put("kassel", null, BY, centre(CENTRE));
    OpeningHours monday =
        json.fromJson(
            "{\"weekday\": \"MONDAY\", \"opens\": \"08:00\", \"closes\": \"18:00\"}",
            OpeningHours.class);
    OpeningHours sunday =
        new OpeningHours(DayOfWeek.SUNDAY, LocalTime.of(9, 0), LocalTime.of(12, 0));
    assertThat(centres.putHours("kassel", null, BY, List.of(sunday, monday)).getEntity())
        .isEqualTo(List.of(monday, sunday));
    assertThat(centres.putHours("kassel", null, BY, List.of(monday)).getEntity())
        .isEqualTo(List.of(monday));
    Break noon = new Break(DayOfWeek.MONDAY, LocalTime.of(12, 0), LocalTime.of(12, 30));
    assertThat(centres.putBreaks("kassel", null, BY, List.of(noon, noon)).getEntity())
        .isEqualTo(List.of(noon));
    assertThatThrownBy(() -> centres.putHours("kassel", null, BY, List.of(monday, monday)))
        .hasMessageContaining("weekday");
    assertThatThrownBy(() ->
            centres.putBreaks(
                "kassel",
                null,
                BY,
                List.of(new Break(DayOfWeek.MONDAY, LocalTime.NOON, LocalTime.NOON))))
        .hasMessageContaining("begins");
    assertThatThrownBy(() -> centres.putHours("kassel", null, BY, Collections.singletonList(null)))
        .hasMessageContaining("an entry of");
    assertThatThrownBy(() -> centres.putBreaks("kassel", null, BY, Collections.singletonList(null)))
        .hasMessageContaining("an entry of");
    assertThatThrownBy(() -> centres.putHours("koeln", null, BY, List.of(monday)))
        .hasMessageContaining("not-found");
  }

  /** Of two who change the same centre the second is told, and nothing of the first is lost. */
  @Test
  void whoHasNotSeenWhatIsThereChangesNothing() {
    centres.put("kassel", null, BY, centre(CENTRE));
    String seen = seen(centres.details("kassel"));
    centres.put("kassel", seen, BY, centre(CENTRE.replace("30", "20")));
    assertThatThrownBy(() ->
            centres.put(
                "kassel", seen, BY, centre(CENTRE.replace("\"weight\": 2", "\"weight\": 3"))))
        .hasMessageContaining("outdated");
    assertThat(centres.details("kassel").getEntity())
        .isInstanceOfSatisfying(CentreDetails.class, now -> assertThat(now.weight()).isEqualTo(2));
    OpeningHours monday = new OpeningHours(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.NOON);
    String shut = seen(centres.hours("kassel"));
    centres.putHours("kassel", shut, BY, List.of(monday));
    assertThatThrownBy(() -> centres.putHours("kassel", shut, BY, List.of()))
        .hasMessageContaining("outdated");
    String none = seen(centres.breaks("kassel"));
    Break noon = new Break(DayOfWeek.MONDAY, LocalTime.of(10, 0), LocalTime.of(10, 30));
    centres.putBreaks("kassel", none, BY, List.of(noon));
    assertThatThrownBy(() -> centres.putBreaks("kassel", none, BY, List.of()))
        .hasMessageContaining("outdated");
    centres.putBreaks("kassel", "*", BY, List.of());
    assertThat(seen(centres.breaks("kassel"))).as("the same as before").isEqualTo(none);
    assertThat(DEPOT.rows.rows("SELECT actor, action, subject, count FROM audit_event ORDER BY id"))
        .as("who was slower has changed nothing")
        .containsExactly(
            "leitstand CENTRE_CHANGED kassel 1",
            "leitstand CENTRE_CHANGED kassel 1",
            "leitstand CENTRE_HOURS_CHANGED kassel 1",
            "leitstand CENTRE_BREAKS_CHANGED kassel 1",
            "leitstand CENTRE_BREAKS_CHANGED kassel 0");
  }

  private static String seen(Response answer) {
    return '"' + answer.getEntityTag().getValue() + '"';
  }

  @Test
  void aDeliveryIsPlannedAndBecomesSeats() {
    DEPOT.centre("fulda", 1, 4);
    DEPOT.centre("kassel", 2, 4);
    SecurityContext caller = caller();
    SupplyResource.Supply planned = supply.put("comirnaty", "2021-W03", new Doses(61), caller);
    assertThat(planned)
        .isEqualTo(supply.supply("comirnaty", "2021-W03"))
        .isEqualTo(
            new SupplyResource.Supply(
                "comirnaty",
                "2021-W03",
                61,
                30,
                "2021-W06",
                List.of(new Share("fulda", 10), new Share("kassel", 20))));
    assertThat(supply.generate(caller)).isEqualTo(new GenerationReport(30, 0, 0, 0, 0, 0));
    assertThat(DEPOT.rows.rows("SELECT actor, action, subject, count FROM audit_event ORDER BY id"))
        .containsExactly(
            "leitstand SUPPLY_PLANNED comirnaty 2021-W03 61",
            "leitstand SEATS_GENERATED from 2021-01-18 60");
  }

  @ParameterizedTest
  @CsvSource({
    "comirnaty, 2021-W54, 1, invalid",
    "comirnaty, 2021-3, 1, invalid",
    "comirnaty, 2021-W03, -1, invalid",
    "comirnaty, 2021-W03, 10000001, invalid",
    "sputnik, 2021-W03, 1, not-found",
  })
  void aWrongDeliveryIsRefused(String vaccine, String week, int doses, String problem) {
    assertThatThrownBy(() -> supply.put(vaccine, week, new Doses(doses), caller()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(problem);
    assertThatThrownBy(() -> supply.supply("comirnaty", "2021-W05"))
        .hasMessageContaining("not-fou");
  }

  @Test
  void aVaccineGetsAnotherInterval() {
    assertThat(vaccines.vaccines().items())
        .containsExactly(new Vaccine("comirnaty", "Comirnaty", 21, 42));
    vaccines.put("comirnaty", new Vaccine("", "Comirnaty", 42, 42), BY);
    vaccines.put(
        "vaxzevria",
        json.fromJson(
            "{\"name\": \"Vaxzevria\", \"fewestDays\": 28, \"mostDays\": 84}", Vaccine.class),
        BY);
    assertThat(vaccines.vaccines().items())
        .containsExactly(
            new Vaccine("comirnaty", "Comirnaty", 42, 42),
            new Vaccine("vaxzevria", "Vaxzevria", 28, 84));
    assertThatThrownBy(() -> vaccines.put("x", new Vaccine("", "x", 10, 9), BY))
        .hasMessageContaining("mostDays");
    assertThatThrownBy(() -> vaccines.put("x", new Vaccine("", "x", 1, 367), BY))
        .hasMessageContaining("mostDays");
    assertThatThrownBy(() -> vaccines.put("X y", new Vaccine("", "x", 1, 2), BY))
        .hasMessageContaining("id");
  }
}
