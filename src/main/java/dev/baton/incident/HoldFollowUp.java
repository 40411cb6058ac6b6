package dev.baton.incident;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.web.text.LocalizableText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides what happens when a hold reaches its expected end without a reply. */
@Service
public class HoldFollowUp {

  private final Incidents incidents;
  private final ClientDirectory clients;
  private final Journal journal;
  private final ClientWorkingDays workingDays;
  private final Clock clock;

  HoldFollowUp(
      Incidents incidents,
      ClientDirectory clients,
      Journal journal,
      ClientWorkingDays workingDays,
      Clock clock) {
    this.workingDays = workingDays;
    this.incidents = incidents;
    this.clients = clients;
    this.journal = journal;
    this.clock = clock;
  }

  /** What the flow does next. */
  public enum Next {
    REMIND,
    RESUME,
    GIVE_UP
  }

  /**
   * @param until when the hold is looked at again; null unless the requester is reminded
   */
  public record Decision(Next next, Instant until) {}

  /**
   * A requester is reminded so many times and then the incident ends without an answer; a hold for
   * anyone else ends and the work goes on.
   *
   * @param reminders null for as many as the client's settings say
   * @param pause until the requester is reminded again
   */
  @Transactional
  public Decision decide(IncidentNumber number, Integer reminders, WaitingTime pause) {
    Incident incident = incidents.inTurn(number);
    ClientView client = clients.client(incident.clientId());
    int allowed = reminders == null ? client.reminders() : reminders;
    if (incident.hold().reason() != HoldReason.REQUESTER || allowed == 0) {
      return new Decision(Next.RESUME, null);
    }
    if (incident.holdReminders() >= allowed) {
      return new Decision(Next.GIVE_UP, null);
    }
    Instant until = nextLook(incident, client, pause);
    int count = incident.remind(until);
    journal.write(
        incident, JournalKind.REMINDED, LocalizableText.of("entry.reminder", count, allowed));
    incidents.flush();
    return new Decision(Next.REMIND, until);
  }

  /** What the requester was asked with this hold; empty if nothing was said. */
  @Transactional(readOnly = true)
  public Optional<WrittenText> question(IncidentNumber number) {
    Incident incident = incidents.get(number);
    return incident.hold() == null
        ? Optional.empty()
        : journal.lastNote(
            incident, JournalKind.ASKED, incident.hold().since().truncatedTo(ChronoUnit.SECONDS));
  }

  /** When a hold is looked at again for which nobody named an end. */
  @Transactional(readOnly = true)
  public Instant nextLook(IncidentNumber number, WaitingTime pause) {
    Incident incident = incidents.get(number);
    return nextLook(incident, clients.client(incident.clientId()), pause);
  }

  private Instant nextLook(Incident incident, ClientView client, WaitingTime pause) {
    return workingDays.after(
        incident.view(),
        clock.instant(),
        pause.amountOr(client.reminderDays()),
        pause.unitOr(WorkingTimeUnit.CALENDAR_DAYS));
  }
}
