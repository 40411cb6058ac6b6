package dev.baton.incident;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides what happens when a hold reaches its expected end without a reply. */
@Service
public class HoldFollowUp {

  private final Incidents incidents;
  private final ClientDirectory clients;
  private final Journal journal;
  private final Clock clock;

  HoldFollowUp(Incidents incidents, ClientDirectory clients, Journal journal, Clock clock) {
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
   * A requester is reminded as often as the client's contract says and then the incident ends
   * without an answer; a hold for anyone else ends and the work goes on.
   */
  @Transactional
  public Decision decide(IncidentNumber number) {
    Incident incident = incidents.inTurn(number);
    ClientView client = clients.client(incident.clientId());
    if (incident.hold().reason() != HoldReason.REQUESTER || client.reminders() == 0) {
      return new Decision(Next.RESUME, null);
    }
    if (incident.holdReminders() >= client.reminders()) {
      return new Decision(Next.GIVE_UP, null);
    }
    Instant until = nextLook(client);
    int count = incident.remind(until);
    journal.write(
        incident,
        JournalKind.REMINDED,
        "Reminder %d of %d sent to the requester.".formatted(count, client.reminders()));
    incidents.flush();
    return new Decision(Next.REMIND, until);
  }

  /**
   * What the requester was asked when it was last put on hold for it; empty if nothing was said.
   */
  @Transactional(readOnly = true)
  public Optional<String> question(IncidentNumber number) {
    return journal.lastNote(incidents.get(number), JournalKind.ASKED);
  }

  /** When a hold is looked at that nobody promised an end. */
  Instant nextLook(Incident incident) {
    return nextLook(clients.client(incident.clientId()));
  }

  private Instant nextLook(ClientView client) {
    return clock.instant().atZone(client.zone()).plusDays(client.reminderDays()).toInstant();
  }
}
