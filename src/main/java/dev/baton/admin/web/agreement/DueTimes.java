package dev.baton.admin.web.agreement;

import dev.baton.calendar.LocalTimeFormatter;
import dev.baton.desk.web.PageRenderer;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.AgreementDraft;
import dev.baton.sla.agreement.AgreementKind;
import dev.baton.sla.agreement.AgreementPreview;
import dev.baton.sla.agreement.SampleIncident;
import dev.baton.sla.agreement.TryAgreements;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What would be due when, if an incident were opened now: as published, and as drafted. */
@Component
class DueTimes {

  private final TryAgreements trials;
  private final DefinitionWords words;
  private final PageRenderer pages;
  private final Clock clock;

  DueTimes(TryAgreements trials, DefinitionWords words, PageRenderer pages, Clock clock) {
    this.trials = trials;
    this.words = words;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * One promise.
   *
   * @param dueAt for programs and tests
   * @param due in the client's time, or in the calendar's where there is no client
   * @param before as published; null if it is not promised yet
   */
  record DueRow(
      String what,
      String target,
      String agreement,
      Instant dueAt,
      String due,
      String zone,
      String before) {

    public boolean isChange() {
      return !due.equals(before);
    }
  }

  /**
   * @param live null if nothing has been published under this name
   * @return no rows for an agreement that no clock measures
   * @throws dev.baton.sla.agreement.InvalidDefinition if the draft could not be published
   */
  Result of(AgreementDefinition draft, AgreementDefinition live, Locale locale) {
    Instant now = clock.instant();
    AgreementPreview after = trials.drafted(AgreementDraft.of(draft), sample(draft, now));
    AgreementPreview before =
        live == null ? null : trials.drafted(AgreementDraft.of(live), sample(live, now));
    List<String> remarks =
        after.remarks().stream()
            .map(remark -> pages.words(remark.text(), locale))
            .distinct()
            .toList();
    boolean isMeasured = draft.kind() == AgreementKind.SLA;
    return new Result(isMeasured ? rows(after, before, locale) : List.of(), remarks);
  }

  /**
   * @param remarks what the publisher should know
   */
  record Result(List<DueRow> rows, List<String> remarks) {}

  /** What counts for an incident of a client, as published. */
  AgreementPreview published(SampleIncident sample) {
    return trials.published(sample);
  }

  DueRow row(AgreementPreview.Outcome outcome, String before, Locale locale) {
    return new DueRow(
        key(outcome, locale),
        words.target(outcome.target(), locale),
        pages.words(
            "clocks.agreement",
            locale,
            outcome.agreement().name(),
            String.valueOf(outcome.agreement().version())),
        outcome.dueAt(),
        due(outcome, locale),
        outcome.zone().toString(),
        before);
  }

  List<DueRow> rows(AgreementPreview after, AgreementPreview before, Locale locale) {
    Map<String, String> known =
        before == null
            ? Map.of()
            : before.outcomes().stream()
                .collect(
                    Collectors.toMap(
                        outcome -> key(outcome, locale),
                        outcome -> due(outcome, locale),
                        (first, next) -> first));
    Function<AgreementPreview.Outcome, String> was = outcome -> known.get(key(outcome, locale));
    return after.outcomes().stream()
        .map(outcome -> row(outcome, was.apply(outcome), locale))
        .toList();
  }

  private String key(AgreementPreview.Outcome outcome, Locale locale) {
    return words.name(new PromiseCell(outcome.priority(), outcome.obligation()), locale);
  }

  private String due(AgreementPreview.Outcome outcome, Locale locale) {
    return LocalTimeFormatter.of(outcome.zone(), locale, clock.instant())
        .at(outcome.dueAt().truncatedTo(ChronoUnit.MINUTES));
  }

  private static SampleIncident sample(AgreementDefinition agreement, Instant at) {
    String service = agreement.client() == null ? null : agreement.service();
    return new SampleIncident(at, null, service, null);
  }
}
