package dev.baton.incident.assignment;

import dev.baton.engine.Flows;
import dev.baton.engine.OfferedTask;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Presence;
import dev.baton.staff.rota.Presence.Reason;
import dev.baton.web.text.LocalizableText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers again what an absent person holds: to the deputy, if one is named and on duty, else to the
 * queue of the team. On return nothing is given back.
 */
@Service
@Transactional
public class OfferWorkAgain {

  private static final int AT_ONCE = 20;

  private final Incidents incidents;
  private final Duty duty;
  private final DeputySearch standIns;
  private final Flows flows;
  private final Journal journal;
  private final Clock clock;

  OfferWorkAgain(
      Incidents incidents,
      Duty duty,
      DeputySearch standIns,
      Flows flows,
      Journal journal,
      Clock clock) {
    this.incidents = incidents;
    this.duty = duty;
    this.standIns = standIns;
    this.flows = flows;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Offers the oldest of it; returns whether that was all. Of somebody who is not away, nothing.
   */
  public boolean offerSome(String login) {
    Instant now = clock.instant();
    Presence away = duty.presence(login, now);
    if (away.reason() != Reason.ABSENT && away.reason() != Reason.INACTIVE) {
      return true;
    }
    List<IncidentNumber> held = incidents.heldBy(login, AT_ONCE);
    Optional<Presence> deputy = held.isEmpty() ? Optional.empty() : standIns.of(login, now);
    for (IncidentNumber number : held) {
      Incident incident = incidents.inTurn(number);
      if (login.equals(incident.assignee())) { // nobody took it meanwhile
        offer(incident, away, deputy);
      }
    }
    return held.size() < AT_ONCE;
  }

  private void offer(Incident incident, Presence away, Optional<Presence> deputy) {
    String to = deputy.map(Presence::login).orElse(null);
    incident.giveTo(to);
    journal.write(incident, JournalKind.OFFERED_AGAIN, words(incident, away, deputy));
    incidents.flush();
    if (incident.flowInstanceId() != null) {
      flows.offeredTasks(incident.flowInstanceId()).stream()
          .filter(OfferedTask::followsIncident)
          .forEach(task -> flows.assign(task, to));
    }
  }

  private static LocalizableText words(
      Incident incident, Presence away, Optional<Presence> deputy) {
    return deputy
        .map(
            there ->
                LocalizableText.of(
                    "entry.deputy", away.name(), away.words(), there.name(), there.words()))
        .orElseGet(
            () ->
                LocalizableText.of(
                    "entry.away", away.name(), away.words(), String.valueOf(incident.team())));
  }
}
