package dev.baton.sla.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.Target;
import dev.baton.client.Tier;
import dev.baton.incident.HoldReason;
import dev.baton.incident.Priority;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** Documents of calendars and agreements: how they read, and what is refused and why. */
class AgreementDraftTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final String OFFICE =
      """
      calendars:
        - name: office
          zone: Europe/Berlin
          week: {mon: [08:00-12:00, 13:00-17:00], friday: 22:00-06:00}
          holidays: DE-BY
          closed: {2026-12-24: Christmas Eve}
          special: {2026-12-31: [], 2027-01-02: 08:00-12:00}
      """;

  @Test
  void aDocumentReadsAsItWasWritten() {
    AgreementDocument document =
        AgreementYaml.read(
            OFFICE
                + """
                agreements:
                  - name: acme
                    client: acme
                    tier: GOLD
                    service: mail
                    validFrom: 2026-01-01
                    validTo: 2026-12-31
                    calendar: office
                    promises:
                      - {obligation: RESPONSE, priorities: P1, target: 30 working minutes, atRisk: []}
                      - obligation: RESOLUTION
                        priorities: [P2, P1]
                        target: 69.02 working hours
                        starts: ASSIGNED
                        stops: CLOSED
                        pausedBy: []
                        atRisk: [90, 50]
                        afterBreach: [1 working hour, 30 minutes]
                      - {obligation: UPDATE, target: end of working day + 1, starts: LAST_MESSAGE}
                  - {name: supplier, kind: UC, calendar: office, promises: [{obligation: RESOLUTION, target: 2 days}]}
                """);

    String yaml = AgreementYaml.write(document);

    assertThat(AgreementYaml.read(yaml)).isEqualTo(document);
    assertThat(AgreementYaml.write(AgreementYaml.read(yaml))).isEqualTo(yaml);
    assertThat(yaml)
        .contains(
            "08:00-12:00",
            "22:00-06:00",
            "holidays: DE-BY",
            "\"2026-12-24\": Christmas Eve",
            "target: 69.02 working hours",
            "target: end of working day + 1")
        .doesNotContain("null", "&", "!");
  }

  @Test
  void theDemonstrationsDocumentIsAccepted() throws Exception {
    String yaml =
        new ClassPathResource("demo/agreements.yaml").getContentAsString(StandardCharsets.UTF_8);

    assertThat(AgreementYaml.read(yaml).agreements()).hasSize(5);
    assertThat(remarks(yaml)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          client: acme          | client: nobody        | client              | is not a client
          service: mail         | service: fax          | service             | is not a service of acme
          tier: GOLD            | tier: PLATINUM        | tier                | GOLD, SILVER, BRONZE
          name: acme            | name: Acme Ltd        | name                | lower case
          name: acme            | name: document        | name                | another name
          calendar: office      | calendar: night       | calendar            | accepted: office
          validFrom: 2026-01-01 | validFrom: 2027-01-01 | validTo             | is before validFrom
          validFrom: 2026-01-01 | validFrom: yesterday  | validFrom           | such as 2026-12-24
          kind: SLA             | kinds: SLA            | kinds               | is not a known field
          obligation: RESPONSE, | obligation: REPAIR,   | promises[0].obligation | RESPONSE, RESOLUTION, UPDATE
          obligation: RESPONSE, | priorities: P3,       | promises[0].obligation | is required
          target: 1 working hour, | stops: FIRST_RESPONSE, | promises[0].target | is required
          1 working hour        | soon                  | promises[0].target  | 4 working hours
          1 working hour        | 0 hours               | promises[0].target  | more than zero
          1 working hour        | 999999999 working hours | promises[0].target | 20 years
          1 working hour        | 99999 working days    | promises[0].target  | 20 years
          starts: CONTACT       | starts: UNANSWERED    | promises[0].starts  | CONTACT, OPENED, ASSIGNED
          starts: CONTACT       | stops: RESOLVED       | promises[0].stops   | FIRST_RESPONSE
          starts: CONTACT       | pausedBy: [SUPPLIER]  | promises[0].pausedBy | a response runs through every hold
          starts: CONTACT       | atRisk: [50, 100]     | promises[0].atRisk  | 1 to 99
          starts: CONTACT       | atRisk: [half]        | promises[0].atRisk[0] | 1 to 99
          starts: CONTACT       | afterBreach: [2 days] | promises[0].afterBreach[0] | minutes or hours
          starts: CONTACT       | afterBreach: 0 minutes | promises[0].afterBreach[0] | more than zero
          starts: CONTACT       | priorities: [P1, P9]  | promises[0].priorities[1] | P1, P2, P3, P4
          starts: LAST_MESSAGE  | starts: ASSIGNED      | promises[1].starts  | UNANSWERED, LAST_MESSAGE
          UPDATE, target        | RESPONSE, priorities: [P2], target | promises[1].priorities | already promised for
          """)
  void whatIsWrongIsNamedWithItsFieldAndWhatWouldBeAccepted(
      String instead, String of, String field, String accepted) {
    String agreement = AGREEMENT.replace(instead, of);
    assertThat(agreement).as("the replacement").isNotEqualTo(AGREEMENT);

    List<DefinitionError> flaws = flaws(OFFICE + agreement);

    assertThat(flaws)
        .as("%s", flaws)
        .anySatisfy(
            flaw -> {
              assertThat(flaw.field()).isEqualTo("agreements[0]." + field);
              assertThat(flaw.reason()).contains(accepted);
            });
  }

  private static final String AGREEMENT =
      """
      agreements:
        - name: acme
          kind: SLA
          client: acme
          tier: GOLD
          service: mail
          validFrom: 2026-01-01
          validTo: 2026-12-31
          calendar: office
          promises:
            - {obligation: RESPONSE, target: 1 working hour, starts: CONTACT}
            - {obligation: UPDATE, target: 1 hour, starts: LAST_MESSAGE}
      """;

  @Test
  void nothingIsWrongWithTheAgreementItself() {
    assertThat(remarks(OFFICE + AGREEMENT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zone: Europe/Berlin | zone: Mars/Base       | zone               | Europe/Berlin
          13:00-17:00         | 11:00-17:00           | week               | overlap
          08:00-12:00         | 8 to 12               | week.mon[0]        | 08:00-12:00
          mon:                | moonday:              | week.moonday       | monday to sunday
          friday:             | monday:               | week.monday        | appears twice
          DE-BY               | DE-XX                 | holidays           | Region 'xx'
          DE-BY               | XX                    | holidays           | country 'XX'
          2026-12-24:         | Christmas:            | closed.Christmas   | such as 2026-12-24
          2027-01-02: 08:00-12:00 | 2027-01-02: [08:00-12:00, 11:00-13:00] | special.2027-01-02 | overlap
          """)
  void aCalendarIsRefusedByItsField(String instead, String of, String field, String accepted) {
    assertThat(flaws(OFFICE.replace(instead, of)))
        .anySatisfy(
            flaw -> {
              assertThat(flaw.field()).isEqualTo("calendars[0]." + field);
              assertThat(flaw.reason()).contains(accepted);
            });
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    List<DefinitionError> flaws =
        flaws(
            """
            calendars:
              - {name: Bad Name, zone: Nowhere, week: {mon: 25:00-26:00}}
            agreements:
              - {name: x, client: nobody, promises: [{target: soon}, {obligation: RESPONSE}]}
            """);

    assertThat(flaws)
        .extracting(DefinitionError::field)
        .containsExactlyInAnyOrder(
            "calendars[0].zone",
            "calendars[0].week.mon",
            "calendars[0].name",
            "agreements[0].promises[0].target",
            "agreements[0].client",
            "agreements[0].calendar",
            "agreements[0].promises[0].obligation",
            "agreements[0].promises[1].target");
  }

  @Test
  void agreementsThatTieAreRefusedAndThoseThatSucceedEachOtherAreExplained() {
    String two =
        OFFICE
            + """
            agreements:
              - {name: one, client: acme, calendar: office, promises: [{obligation: RESPONSE, target: 1 hour}]}
              - {name: two, client: acme, calendar: office, promises: [{obligation: RESPONSE, priorities: P1, target: 2 hours}]}
            """;

    assertThat(flaws(two))
        .anySatisfy(
            flaw -> {
              assertThat(flaw.field()).isEqualTo("agreements[1].validFrom");
              assertThat(flaw.reason()).contains("ties with the agreement one", "client acme");
            });
    assertThat(remarks(two.replace("{name: two,", "{name: two, validFrom: 2027-01-01,")))
        .containsOnlyOnce(
            "two counts before one from 2027-01-01 on: both are for client acme, and the later"
                + " first day counts");
    assertThat(remarks(two.replace("{name: two,", "{name: two, service: mail,"))).isEmpty();
    assertThat(remarks(two.replace("RESPONSE, priorities: P1", "RESOLUTION"))).isEmpty();
  }

  @Test
  void aRungInOtherTimeThanItsTargetIsExplained() {
    assertThat(remarks(OFFICE + AGREEMENT.replace("starts: CONTACT", "afterBreach: [30 minutes]")))
        .singleElement()
        .asString()
        .contains("measured in the same way as its target, '1 working hour', in working time");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'a: &x [1]'                      | line 1: anchors
          'a: *x'                          | line 1: anchors
          'a: 1, b: 2'                     | is not valid YAML
          '{calendars: [], calendars: []}' | is not valid YAML
          '[[[[[[[[[[[[[[[[[[[[[[]'        | is not valid YAML
          'hello'                          | must contain fields
          ''                               | must contain fields
          '{}'                             | is empty
          """)
  void whatIsNoDocumentIsRefused(String yaml, String reason) {
    assertThatThrownBy(() -> AgreementYaml.read(yaml))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aDocumentIsNoBomb() {
    String huge = "# " + "x".repeat(AgreementYaml.LONGEST);

    assertThatThrownBy(() -> AgreementYaml.read(huge)).hasMessageContaining("1000000 characters");
    assertThatThrownBy(() -> AgreementYaml.read("calendars:\n" + "  - {}\n".repeat(1_001)))
        .hasMessageContaining("at most 1000");
    assertThatThrownBy(() -> AgreementYaml.read("calendars: []\n---\ncalendars: []\n"))
        .isInstanceOf(InvalidDefinition.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          client: acme            | owner: null          | owner              | is not a known field
          client: acme            | client: 5            | client             | must be text
          tier: GOLD              | tier: [GOLD]         | tier               | must be text; accepted: GOLD, SILVER, BRONZE
          name: acme              | name: null           | name               | is required; accepted: lower case
          starts: CONTACT         | atRisk: 50.5         | promises[0].atRisk | is not a whole number
          starts: CONTACT         | calendar: {a: b}     | promises[0].calendar | must be text
          {obligation: UPDATE, target: 1 hour, starts: LAST_MESSAGE} | UPDATE | promises[1] | must contain fields
          """)
  void whatHasTheWrongShapeIsRefusedByItsField(
      String instead, String of, String field, String accepted) {
    assertThat(flaws(OFFICE + AGREEMENT.replace(instead, of)))
        .singleElement()
        .satisfies(
            flaw -> {
              assertThat(flaw.field()).isEqualTo("agreements[0]." + field);
              assertThat(flaw.reason()).contains(accepted);
            });
  }

  @Test
  void aSingleValueNeedsNoListAndLowerCaseWillDo() {
    AgreementDocument document =
        AgreementYaml.read(
            """
            agreements:
              name: ' acme '
              kind: ola
              calendar: office
              validTo: null
              promises:
                obligation: Resolution
                target: 1 hour
                priorities: [p1, null]
                pausedBy: supplier
                atRisk: 50
            """);

    assertThat(document.agreements())
        .containsExactly(
            new AgreementDefinition(
                "acme",
                AgreementKind.OLA,
                null,
                null,
                null,
                null,
                null,
                "office",
                List.of(
                    new Promise(
                        ObligationKind.RESOLUTION,
                        Set.of(Priority.P1),
                        Target.parse("1 hour"),
                        null,
                        null,
                        null,
                        Set.of(HoldReason.SUPPLIER),
                        List.of(50),
                        null))));
  }

  @Test
  void theSchemaNamesTheValuesThatTheCodeKnows() throws Exception {
    JsonNode schema =
        new ObjectMapper()
            .readTree(new ClassPathResource("agreements/agreements.schema.json").getInputStream())
            .path("$defs");
    JsonNode promise = schema.at("/promise/properties");

    assertThat(schema.at("/agreement/properties/kind/enum"))
        .isEqualTo(names(AgreementKind.values()));
    assertThat(schema.at("/agreement/properties/tier/enum")).isEqualTo(names(Tier.values()));
    assertThat(schema.at("/priority/enum")).isEqualTo(names(Priority.values()));
    assertThat(schema.at("/holdReason/enum")).isEqualTo(names(HoldReason.values()));
    assertThat(promise.at("/obligation/enum")).isEqualTo(names(ObligationKind.values()));
    assertThat(promise.at("/starts/enum")).isEqualTo(names(ClockStart.values()));
    assertThat(promise.at("/stops/enum")).isEqualTo(names(ClockStop.values()));
  }

  private static JsonNode names(Enum<?>... values) {
    return new ObjectMapper().valueToTree(Stream.of(values).map(Enum::name).toList());
  }

  private static List<DefinitionError> flaws(String yaml) {
    return catchThrowableOfType(InvalidDefinition.class, () -> remarks(yaml)).flaws();
  }

  /** As a desk would check it that has one client, acme, with the service mail. */
  private static List<String> remarks(String yaml) {
    AgreementDraft draft = AgreementDraft.ofYaml(yaml);
    DefinitionErrors flaws = new DefinitionErrors();
    flaws.addAll(draft.flaws());
    List<DefinitionRemark> remarks = new ArrayList<>();
    draft
        .calendars()
        .forEach(one -> CalendarValidator.check(one.definition(), one.path(), NOW, flaws));
    AgreementValidator rules = new AgreementValidator(around(draft), flaws, remarks);
    draft.agreements().forEach(one -> rules.check(one.definition(), one.path()));
    flaws.raise();
    return remarks.stream().map(DefinitionRemark::words).distinct().toList();
  }

  private static ValidationContext around(AgreementDraft draft) {
    Map<String, CalendarDefinition> calendars = new TreeMap<>();
    Map<String, AgreementDefinition> agreements = new TreeMap<>();
    draft.calendars().stream()
        .filter(one -> one.definition().name() != null)
        .forEach(one -> calendars.put(one.definition().name(), one.definition()));
    draft.agreements().stream()
        .filter(one -> one.definition().name() != null)
        .forEach(one -> agreements.put(one.definition().name(), one.definition()));
    UnaryOperator<String> known = code -> "nobody".equals(code) ? null : code;
    return new ValidationContext(
        code -> known.apply(code) != null,
        (client, service) -> !service.equals("fax"),
        calendars,
        agreements,
        NOW);
  }
}
