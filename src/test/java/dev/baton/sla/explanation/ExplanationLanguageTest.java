package dev.baton.sla.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.Target;
import dev.baton.client.Tier;
import dev.baton.incident.HoldReason;
import dev.baton.incident.Priority;
import dev.baton.sla.SampleTerms;
import dev.baton.sla.agreement.AgreementLabel;
import dev.baton.sla.agreement.AgreementScope;
import dev.baton.sla.agreement.ApplicableAgreements.RankedAgreement;
import dev.baton.sla.agreement.Terms;
import dev.baton.sla.clock.ClockEvent;
import dev.baton.sla.clock.ClockHistory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read of a clock in their language. */
class ExplanationLanguageTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = at("2026-11-23T11:00");
  private static final Terms EIGHT_HOURS =
      SampleTerms.resolution("8 working hours", ClockExplainerTest.bavaria());

  private final ExplanationLanguage english = SampleLanguages.forReaders(Locale.UK, BERLIN, NOW);
  private final ExplanationLanguage german =
      SampleLanguages.forReaders(Locale.GERMANY, BERLIN, NOW);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4 working hours        | 4 working hours                            | 4 Arbeitsstunden
          1 working hour         | 1 working hour                             | 1 Arbeitsstunde
          0.5 hours              | 0.5 hours                                  | 0,5 Stunden
          1 day                  | 1 day                                      | 1 Tag
          2 working days         | 2 working days                             | 2 Arbeitstage
          end of working day     | by close of business                       | bis Ende des Arbeitstags
          end of working day + 1 | by close of business on the next working day | bis Ende des folgenden Arbeitstags
          end of working day + 4 | by close of business in 4 working days     | bis Ende des 4. folgenden Arbeitstags
          """)
  void aTargetIsSaidAsADeskWouldSayIt(String target, String inEnglish, String inGerman) {
    assertThat(english.target(Target.parse(target))).isEqualTo(inEnglish);
    assertThat(german.target(Target.parse(target))).isEqualTo(inGerman);
    assertThat(SampleLanguages.forPrograms(BERLIN).target(Target.parse(target))).isEqualTo(target);
  }

  @Test
  void daysOfAnotherYearHaveTheirYear() {
    assertThat(english.time().at(at("2026-11-23T09:00"))).isEqualTo("Mon 23 Nov, 09:00");
    assertThat(german.time().at(at("2026-11-23T09:00"))).isEqualTo("Mo. 23. Nov., 09:00");
    assertThat(english.time().at(at("2027-01-04T09:00"))).isEqualTo("Mon 4 Jan 2027, 09:00");
    assertThat(german.time().withZone(at("2027-01-04T09:00")))
        .isEqualTo("Mo. 4. Jan. 2027, 09:00 (Europe/Berlin)");
  }

  @Test
  void aHoldIsExplainedInGerman() {
    List<ClockEvent> held =
        List.of(
            new ClockEvent(
                at("2026-11-23T09:30"), ClockEvent.Type.HELD, HoldReason.SUPPLIER, null, "flow"));

    ClockExplanation clock = explain(EIGHT_HOURS, held, german);

    assertThat(clock.dueBecause())
        .isEqualTo(
            "Keine Fälligkeit, solange die Frist angehalten ist: 1 h 30 min von 8 h verbraucht;"
                + " liefe sie jetzt weiter, wäre sie am Di. 24. Nov., 09:30 (Europe/Berlin)"
                + " fällig.");
    assertThat(clock.entries())
        .extracting(entry -> entry.when() + " " + entry.words())
        .containsExactly(
            "Mo. 23. Nov., 08:00–09:30 läuft 1 h 30 min: 1 h 30 min von 8 h",
            "Mo. 23. Nov., 09:30–11:00 in Wartestellung, Warten auf den Lieferanten, seit Mo. 23."
                + " Nov., 09:30 durch Baton");
  }

  @Test
  void aChangedTargetIsExplainedInBothLanguages() {
    Terms tomorrow = SampleTerms.resolution("end of working day + 1", ClockExplainerTest.bavaria());
    List<ClockEvent> changed =
        List.of(
            new ClockEvent(
                at("2026-11-23T09:30"), ClockEvent.Type.RETARGETED, null, tomorrow, "lea"));

    assertThat(explain(EIGHT_HOURS, changed, english).dueBecause())
        .endsWith(
            "; the target has been close of business on the next working day since Mon 23 Nov,"
                + " 09:30 (before: 8 working hours, test, version 1); the time already used still"
                + " counts.");
    assertThat(explain(EIGHT_HOURS, changed, german).dueBecause())
        .endsWith(
            "; seit Mo. 23. Nov., 09:30 gilt die Frist „bis Ende des folgenden Arbeitstags“"
                + " (vorher: „8 Arbeitsstunden“, test, Version 1); die bis dahin verbrauchte Zeit"
                + " zählt weiter.");
  }

  @Test
  void whyAnAgreementAppliesIsSaidInBothLanguages() {
    List<RankedAgreement> matches =
        List.of(
            new RankedAgreement(
                1, EIGHT_HOURS.agreement(), new AgreementScope("acme", "mail", null), EIGHT_HOURS),
            new RankedAgreement(
                2,
                new AgreementLabel("silver", 3),
                new AgreementScope(null, null, Tier.SILVER),
                EIGHT_HOURS));

    assertThat(AgreementExplanation.sentence(EIGHT_HOURS, Priority.P2, matches, true, german))
        .isEqualTo(
            "test, Version 1 sagt dies bei Priorität P2 für den Kunden acme, den Service mail zu;"
                + " das hat Vorrang vor silver, Version 3 (für die Kundenstufe Silber), weil es"
                + " genauer zutrifft (Kunde, dann Service, dann Kundenstufe) oder neuer ist.");
    assertThat(
            AgreementExplanation.sentence(
                EIGHT_HOURS, Priority.P2, matches, true, SampleLanguages.forPrograms(BERLIN)))
        .isEqualTo(
            "test, version 1 promises it at P2, for client acme, service mail; it takes precedence"
                + " over silver, version 3 (for tier SILVER) because it is more specific (client,"
                + " then service, then tier) or newer.");
  }

  @Test
  void closedDaysThatAreNotNamedAreCounted() {
    assertThat(english.moreClosedDays(1)).isEqualTo("on 1 more closed day");
    assertThat(german.moreClosedDays(1)).isEqualTo("an einem weiteren geschlossenen Tag");
    assertThat(german.moreClosedDays(3)).isEqualTo("an 3 weiteren geschlossenen Tagen");
  }

  private static ClockExplanation explain(
      Terms agreed, List<ClockEvent> events, ExplanationLanguage language) {
    ClockHistory history =
        ClockHistory.of(agreed.obligation(), at("2026-11-23T08:00"), agreed, events, NOW);
    return ClockExplainer.of(history, List.of(), "because", language);
  }

  private static Instant at(String berlin) {
    return LocalDateTime.parse(berlin).atZone(BERLIN).toInstant();
  }
}
