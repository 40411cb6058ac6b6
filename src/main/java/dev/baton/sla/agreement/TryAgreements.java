package dev.baton.sla.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.WorkingCalendar;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.ServiceView;
import dev.baton.incident.Priority;
import dev.baton.sla.agreement.AgreementPrecedence.ApplicablePromise;
import dev.baton.sla.agreement.AgreementPrecedence.NumberedAgreement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what would be promised for an incident, without opening one or publishing anything. */
@Service
@Transactional(readOnly = true)
public class TryAgreements {

  private final DefinitionVersionRepository versions;
  private final PublishedAgreements published;
  private final DraftValidator check;
  private final ClientDirectory clients;
  private final Clock clock;

  TryAgreements(
      DefinitionVersionRepository versions,
      PublishedAgreements published,
      DraftValidator check,
      ClientDirectory clients,
      Clock clock) {
    this.versions = versions;
    this.published = published;
    this.check = check;
    this.clients = clients;
    this.clock = clock;
  }

  /** According to what is published. The sample must name a client. */
  public AgreementPreview published(SampleIncident sample) {
    if (sample.client() == null) {
      throw new InvalidDefinition("client", "is required; accepted: the code of a client");
    }
    return forClient(client(sample.client()), sample, present(), calendars(), List.of());
  }

  /**
   * According to the draft and to what is published, with the draft taking precedence. If neither
   * the sample nor the draft names a client, each agreement of the draft is tried on its own.
   *
   * @throws InvalidDefinition if the draft could not be published
   */
  public AgreementPreview drafted(AgreementDraft draft, SampleIncident sample) {
    List<DefinitionRemark> remarks = check.check(draft);
    AgreementDocument document = draft.document();
    Map<String, CalendarDefinition> calendars = calendars();
    document.calendars().forEach(calendar -> calendars.put(calendar.name(), calendar));
    List<NumberedAgreement> present = present();
    List<NumberedAgreement> drafted = new ArrayList<>();
    for (AgreementDefinition agreement : document.agreements()) {
      drafted.add(next(agreement, Long.MAX_VALUE - drafted.size(), present));
    }
    String client = sample.client() == null ? soleClient(document) : sample.client();
    if (client == null) {
      return eachAlone(drafted, sample, calendars, remarks);
    }
    List<NumberedAgreement> all = Stream.concat(drafted.stream(), present.stream()).toList();
    return forClient(client(client), sample, all, calendars, remarks);
  }

  /**
   * Checks a draft without publishing it.
   *
   * @throws InvalidDefinition if it could not be published
   */
  public void check(AgreementDraft draft) {
    check.check(draft);
  }

  /**
   * What a published agreement promises by a calendar, and would promise if it were changed.
   *
   * @param before as published
   */
  public record CalendarEffect(String agreement, AgreementPreview before, AgreementPreview after) {}

  /** The effects of a changed calendar on the SLAs that it measures, if an incident opened now. */
  public List<CalendarEffect> effects(CalendarDefinition draft) {
    List<NumberedAgreement> present = present();
    Map<String, CalendarDefinition> before = calendars();
    Map<String, CalendarDefinition> after = new HashMap<>(before);
    after.put(draft.name(), draft);
    Instant at = clock.instant();
    Set<String> seen = new HashSet<>();
    return present.stream()
        .filter(version -> seen.add(version.definition().name()))
        .filter(version -> version.definition().kind() == AgreementKind.SLA)
        .filter(version -> version.definition().measuresBy(draft.name()))
        .map(
            version ->
                new CalendarEffect(
                    version.definition().name(),
                    by(draft.name(), version, at, present, before),
                    by(draft.name(), version, at, present, after)))
        .sorted(Comparator.comparing(CalendarEffect::agreement))
        .toList();
  }

  /** What the agreement promises by the calendar, where it takes precedence. */
  private AgreementPreview by(
      String calendar,
      NumberedAgreement version,
      Instant at,
      List<NumberedAgreement> present,
      Map<String, CalendarDefinition> calendars) {
    AgreementDefinition agreement = version.definition();
    String client = agreement.client();
    String service = client == null ? null : agreement.service();
    SampleIncident sample = new SampleIncident(at, client, service, null);
    AgreementPreview all =
        client == null
            ? eachAlone(List.of(version), sample, calendars, List.of())
            : forClient(client(client), sample, present, calendars, List.of());
    return new AgreementPreview(
        at,
        all.client(),
        all.outcomes().stream()
            .filter(outcome -> outcome.calendar().equals(calendar))
            .filter(outcome -> outcome.agreement().name().equals(agreement.name()))
            .toList(),
        List.of());
  }

  /**
   * Reads and checks a calendar without publishing it.
   *
   * @throws InvalidDefinition if it could not be published
   */
  public CalendarDefinition calendar(JsonNode tree) {
    AgreementDraft draft = AgreementDraft.ofCalendar(tree);
    check.check(draft);
    return draft.document().calendars().get(0);
  }

  private AgreementPreview forClient(
      ClientView client,
      SampleIncident sample,
      List<NumberedAgreement> all,
      Map<String, CalendarDefinition> calendars,
      List<DefinitionRemark> remarks) {
    String service = sample.service() == null ? null : service(client, sample.service());
    Instant at = at(sample);
    List<AgreementPreview.Outcome> outcomes = new ArrayList<>();
    for (Priority priority : priorities(sample)) {
      AgreementPrecedence precedence =
          AgreementPrecedence.of(
              all,
              client,
              new ApplicableAgreements.IncidentCriteria(client.id(), service, priority, at));
      for (ObligationKind kind : ObligationKind.values()) {
        List<ApplicablePromise> found = precedence.promises(kind).toList();
        if (!found.isEmpty()) {
          outcomes.add(outcome(found, priority, at, client.zone(), calendars));
        }
      }
    }
    return new AgreementPreview(at, client.code(), outcomes, remarks);
  }

  private AgreementPreview eachAlone(
      List<NumberedAgreement> drafted,
      SampleIncident sample,
      Map<String, CalendarDefinition> calendars,
      List<DefinitionRemark> remarks) {
    Instant at = at(sample);
    List<AgreementPreview.Outcome> outcomes = new ArrayList<>();
    for (NumberedAgreement version : drafted) {
      List<Promise> promises = version.definition().promises();
      for (int i = 0; i < promises.size(); i++) {
        ApplicablePromise found = new ApplicablePromise(version, i);
        ZoneId zone = calendars.get(version.definition().calendarOf(promises.get(i))).zone();
        for (Priority priority : priorities(sample)) {
          if (promises.get(i).appliesTo(priority)) {
            outcomes.add(outcome(List.of(found), priority, at, zone, calendars));
          }
        }
      }
    }
    return new AgreementPreview(at, null, outcomes, remarks);
  }

  private static AgreementPreview.Outcome outcome(
      List<ApplicablePromise> found,
      Priority priority,
      Instant at,
      ZoneId zone,
      Map<String, CalendarDefinition> calendars) {
    NumberedAgreement version = found.get(0).version();
    CalendarDefinition calendar =
        calendars.get(version.definition().calendarOf(found.get(0).promise()));
    Terms terms =
        TermsFactory.promise(
            new Terms.Key(0, 0, 0),
            version.label(),
            version.definition(),
            found.get(0).promise(),
            WorkingCalendar.of(calendar));
    return new AgreementPreviewCalculator(terms, calendar, at, zone).of(found, priority);
  }

  private List<NumberedAgreement> present() {
    return versions.agreements().stream()
        .map(
            stored ->
                new NumberedAgreement(
                    stored.id(), stored.number(), PublishedAgreements.view(stored).definition()))
        .toList();
  }

  private Map<String, CalendarDefinition> calendars() {
    Map<String, CalendarDefinition> byName = new HashMap<>();
    published.calendars().forEach(newest -> byName.put(newest.name(), newest.definition()));
    return byName;
  }

  /** The version this would become, or the newest one if that is already the same. */
  private static NumberedAgreement next(
      AgreementDefinition agreement, long id, List<NumberedAgreement> present) {
    return present.stream()
        .filter(version -> version.definition().name().equals(agreement.name()))
        .findFirst()
        .map(
            newest ->
                newest.definition().equals(agreement)
                    ? newest
                    : new NumberedAgreement(id, newest.number() + 1, agreement))
        .orElseGet(() -> new NumberedAgreement(id, 1, agreement));
  }

  private static String soleClient(AgreementDocument document) {
    Set<String> named =
        document.agreements().stream()
            .map(AgreementDefinition::client)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return named.size() == 1 ? named.iterator().next() : null;
  }

  private List<Priority> priorities(SampleIncident sample) {
    return sample.priority() == null ? List.of(Priority.values()) : List.of(sample.priority());
  }

  private Instant at(SampleIncident sample) {
    return sample.at() == null ? clock.instant() : sample.at();
  }

  private ClientView client(String code) {
    return clients
        .find(code)
        .filter(found -> found.code().equals(code))
        .orElseThrow(
            () ->
                new InvalidDefinition(
                    "client",
                    "'%s' is not a client; accepted: the code of a client".formatted(code)));
  }

  private String service(ClientView client, String code) {
    return clients
        .service(client.id(), code)
        .map(ServiceView::code)
        .filter(code::equals)
        .orElseThrow(
            () ->
                new InvalidDefinition(
                    "service",
                    "'%s' is not a service of %s; accepted: the code of one"
                        .formatted(code, client.code())));
  }
}
