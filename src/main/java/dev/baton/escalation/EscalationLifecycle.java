package dev.baton.escalation;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.client.ClientDirectory;
import dev.baton.engine.ActingPerson;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.journal.EscalationNotes;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.web.text.LocalizableText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the escalation flow, except finding a responder. */
@Service
@Transactional
public class EscalationLifecycle {

  private final EscalationRepository escalations;
  private final IncidentSearch incidents;
  private final ClientDirectory clients;
  private final EscalationNotes notes;
  private final RungHours hours;
  private final ActingPerson actingPerson;
  private final Clock clock;

  EscalationLifecycle(
      EscalationRepository escalations,
      IncidentSearch incidents,
      ClientDirectory clients,
      EscalationNotes notes,
      RungHours hours,
      ActingPerson actingPerson,
      Clock clock) {
    this.escalations = escalations;
    this.incidents = incidents;
    this.clients = clients;
    this.notes = notes;
    this.hours = hours;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  /**
   * Looks whether the escalation is one of the incident.
   *
   * @throws IllegalStateException when it is not
   */
  public void checkIsOf(long id, IncidentNumber number) {
    if (!incident(id).equals(number)) {
      throw new IllegalStateException(
          "Escalation %d does not belong to %s, the incident of this flow.".formatted(id, number));
    }
  }

  /** The facts about the incident that the decision needs. */
  public record Facts(String tier, String priority) {}

  /** Takes over the rungs for the first trigger; returns whether there is anybody to tell. */
  public boolean read(long id, Trigger cause, List<Rung> rungs) {
    Escalation escalation = escalations.inTurn(id);
    add(escalation, cause, rungs);
    if (escalation.rung() == 0) {
      escalations.write(
          escalation,
          EscalationLogEntry.EscalationLogEntryKind.NOT_CLIMBED,
          "The ladder defines no rung for this trigger.");
      escalation.end(EscalationState.NOT_CLIMBED, clock.instant());
      escalations.flush();
      return false;
    }
    return true;
  }

  /** Adds the rungs of another trigger; if it begins higher, the escalation moves up to it. */
  public void add(long id, Trigger cause, List<Rung> rungs) {
    add(escalations.inTurn(id), cause, rungs);
  }

  private void add(Escalation escalation, Trigger cause, List<Rung> rungs) {
    escalations.keep(escalation, rungs, cause);
    rungs.stream().mapToInt(Rung::number).min().ifPresent(escalation::beginAt);
    escalations.flush();
  }

  /** The answer or the decision did not come in time, or nobody was there: one rung up. */
  public void escalate(long id) {
    Escalation escalation = escalations.inTurn(id);
    List<Rung> ladder = escalations.ladder(escalation).stream().map(StoredRung::rung).toList();
    noteSilence(escalation);
    escalation.search();
    Rung top = ladder.get(ladder.size() - 1);
    if (escalation.rung() < top.number()) {
      escalation.standOn(Rung.atOrAbove(ladder, escalation.rung() + 1).number());
    } else {
      escalations.write(
          escalations
              .entry(
                  escalation,
                  EscalationLogEntry.EscalationLogEntryKind.GAP,
                  "The ladder ends here and nobody answered: its top is told again.")
              .saying(LocalizableText.of("entry.ladder-again")));
      notes.escalated(escalation.incident(), LocalizableText.of("entry.ladder-again"), null);
      escalation.repeat();
    }
    escalations.flush();
  }

  private void noteSilence(Escalation escalation) {
    switch (escalation.state()) {
      case TOLD ->
          silent(
              escalation,
              "did not acknowledge in time",
              "ladder.by.silent",
              "entry.not-acknowledged");
      case ACKNOWLEDGED ->
          silent(
              escalation,
              "acknowledged, but did not decide in time",
              "ladder.by.undecided",
              "entry.not-decided");
      default -> {
        // nobody was asked on this rung
      }
    }
  }

  private void silent(Escalation escalation, String what, String words, String entry) {
    escalations.write(
        escalations
            .entry(
                escalation,
                EscalationLogEntry.EscalationLogEntryKind.SILENT,
                escalation.responder() + " " + what + ".")
            .saying(LocalizableText.of(words, escalation.responder()))
            .about(escalation.responder(), null, escalation.dueAt()));
    notes.escalated(escalation.incident(), LocalizableText.of(entry, escalation.responder()), null);
  }

  /** Records the acknowledgement of the acting person; returns when a decision is due. */
  @RequiresPermission(Permission.ANSWER_ESCALATIONS)
  public Instant acknowledge(long id) {
    Escalation escalation = escalations.inTurn(id);
    Instant now = clock.instant();
    String by = actingPerson.current().name();
    List<Rung> ladder = escalations.ladder(escalation).stream().map(StoredRung::rung).toList();
    Rung rung = Rung.atOrAbove(ladder, escalation.rung());
    Instant until = hours.after(rung, now, rung.toDecide());
    escalation.acknowledge(by, now, until);
    escalations.write(
        escalations
            .entry(
                escalation,
                EscalationLogEntry.EscalationLogEntryKind.ACKNOWLEDGED,
                by + " answered and will decide.")
            .saying(LocalizableText.of("ladder.by.acknowledged", by))
            .about(by, null, until));
    escalations.flush();
    notes.answered(escalation.incident(), LocalizableText.of("entry.acknowledged", by), null);
    return until;
  }

  /** Notes what was decided, once it is done. */
  public void decided(long id, Decision decision, String note, boolean isSettled) {
    Escalation escalation = escalations.inTurn(id);
    String by = actingPerson.current().name();
    String text = by + " " + decision.words() + ".";
    LocalizableText words = LocalizableText.of("entry.decided." + decision.name(), by);
    escalations.write(
        escalations
            .entry(
                escalation,
                EscalationLogEntry.EscalationLogEntryKind.DECIDED,
                note == null ? text : text + " " + note)
            .saying(note == null ? words : quoting(decision, by, note))
            .about(by, null, null));
    notes.answered(escalation.incident(), words, note);
    if (isSettled) {
      escalations.write(escalation, EscalationLogEntry.EscalationLogEntryKind.SETTLED, "Settled.");
      escalation.end(EscalationState.SETTLED, clock.instant());
    }
    escalations.flush();
  }

  /** The sentence ends after the note, whatever the note ends with. */
  private static LocalizableText quoting(Decision decision, String by, String note) {
    return LocalizableText.of(
        "ladder.by.decided." + decision.name(), by, note.strip().replaceFirst("(?<!\\.)\\.$", ""));
  }

  /** The incident ended, or somebody ended the flow. */
  public void withdraw(long id, String why, LocalizableText words) {
    Escalation escalation = escalations.inTurn(id);
    if (escalation.state().isOpen()) {
      escalations.write(
          escalations
              .entry(escalation, EscalationLogEntry.EscalationLogEntryKind.WITHDRAWN, why)
              .saying(words));
      escalation.end(EscalationState.WITHDRAWN, clock.instant());
      escalations.flush();
    }
  }

  @Transactional(readOnly = true)
  public Facts facts(long id) {
    IncidentView incident = incidents.get(incident(id));
    return new Facts(
        clients.client(incident.clientId()).tier().name(),
        incident.priority() == null ? null : incident.priority().name());
  }

  public IncidentNumber incident(long id) {
    return escalations.incidentOf(id);
  }

  /** As it stands, without its record. */
  @Transactional(readOnly = true)
  public EscalationView standing(long id) {
    return escalations.get(id).view(List.of(), List.of());
  }
}
