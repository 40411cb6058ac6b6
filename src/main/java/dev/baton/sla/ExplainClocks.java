package dev.baton.sla;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.sla.agreement.ApplicableAgreements;
import dev.baton.sla.clock.ClockEvent;
import dev.baton.sla.clock.ClockHistory;
import dev.baton.sla.clock.MilestoneView;
import dev.baton.sla.explanation.AgreementExplanation;
import dev.baton.sla.explanation.ClockExplainer;
import dev.baton.sla.explanation.ClockExplanation;
import dev.baton.sla.explanation.ExplainedClocks;
import dev.baton.sla.explanation.ExplanationLanguage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Explains the clocks of an incident as they stand now. Changes nothing. */
@Service
@Transactional(readOnly = true)
public class ExplainClocks {

  private final ClockLedger ledger;
  private final ApplicableAgreements agreements;
  private final IncidentSearch incidents;
  private final ClientDirectory clients;
  private final MessageSource messages;
  private final Clock clock;

  ExplainClocks(
      ClockLedger ledger,
      ApplicableAgreements agreements,
      IncidentSearch incidents,
      ClientDirectory clients,
      MessageSource messages,
      Clock clock) {
    this.ledger = ledger;
    this.agreements = agreements;
    this.incidents = incidents;
    this.clients = clients;
    this.messages = messages;
    this.clock = clock;
  }

  /** For programs, with everything that the desk's own staff may see. */
  public ExplainedClocks explain(IncidentNumber number) {
    return explain(number, false);
  }

  /**
   * For programs: in English, with ISO dates. For a client's people, the desk's staff appear as
   * "the desk", and the milestones at which the desk is notified are left out, as in the timeline.
   *
   * @throws dev.baton.incident.UnknownIncident when there is none
   */
  public ExplainedClocks explain(IncidentNumber number, boolean forClient) {
    return explain(
        number, forClient, (zone, now) -> ExplanationLanguage.forPrograms(messages, zone));
  }

  /** The same for people, in their language. */
  public ExplainedClocks explain(IncidentNumber number, boolean forClient, Locale locale) {
    return explain(
        number,
        forClient,
        (zone, now) -> ExplanationLanguage.forReaders(messages, locale, zone, now));
  }

  private ExplainedClocks explain(
      IncidentNumber number,
      boolean forClient,
      BiFunction<ZoneId, Instant, ExplanationLanguage> languages) {
    IncidentView incident = incidents.get(number);
    ClientView client = clients.client(incident.clientId());
    Instant now = clock.instant();
    ExplanationLanguage language = languages.apply(client.zone(), now);
    List<Obligation> obligations = ledger.obligations(number);
    List<RecordedEvent> events = obligations.isEmpty() ? List.of() : ledger.events(number.value());
    return new ExplainedClocks(
        number.value(),
        now,
        client.zone().getId(),
        obligations.stream()
            .map(
                obligation ->
                    explain(obligation, events, now, incident, client, forClient, language))
            .toList());
  }

  private ClockExplanation explain(
      Obligation obligation,
      List<RecordedEvent> events,
      Instant now,
      IncidentView incident,
      ClientView client,
      boolean forClient,
      ExplanationLanguage language) {
    ClockHistory history =
        ClockHistory.of(
            obligation.kind(),
            obligation.openedAt(),
            agreements.terms(obligation.agreed()),
            events.stream()
                .filter(event -> event.concerns(obligation.kind()))
                .map(event -> event.event(agreements))
                .map(event -> forClient ? withoutNames(event, client) : event)
                .toList(),
            now);
    List<MilestoneView> recorded =
        ledger.milestones(obligation).stream().map(RecordedMilestone::view).toList();
    ClockExplanation explained =
        ClockExplainer.of(
            history, recorded, because(history, incident, forClient, language), language);
    return forClient ? explained.withoutMilestones() : explained;
  }

  private ClockEvent withoutNames(ClockEvent event, ClientView client) {
    boolean mayBeNamed =
        ExplanationLanguage.FLOW.equals(event.actor())
            || clients
                .requesterWithLogin(event.actor())
                .filter(requester -> requester.clientId() == client.id())
                .isPresent();
    return mayBeNamed
        ? event
        : new ClockEvent(
            event.at(), event.type(), event.reason(), event.terms(), ExplanationLanguage.DESK);
  }

  /** Why the agreement in force applies, and which others it outranks. */
  private String because(
      ClockHistory history,
      IncidentView incident,
      boolean forClient,
      ExplanationLanguage language) {
    List<ApplicableAgreements.RankedAgreement> matches =
        agreements.precedence(
            history.kind(),
            new ApplicableAgreements.IncidentCriteria(
                incident.clientId(), incident.service(), incident.priority(), incident.openedAt()));
    return AgreementExplanation.sentence(
        history.reading().terms(), incident.priority(), matches, !forClient, language);
  }
}
