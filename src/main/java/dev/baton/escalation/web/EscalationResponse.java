package dev.baton.escalation.web;

import dev.baton.escalation.EscalationState;
import dev.baton.escalation.EscalationView;
import dev.baton.escalation.Trigger;
import dev.baton.incident.Priority;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** An escalation at the API; instants are UTC. */
@Schema(name = "Escalation", description = "An escalation of an incident")
public record EscalationResponse(
    long id,
    @Schema(example = "INC-2026-000123") String incident,
    EscalationState state,
    @Schema(description = "The newest of those that raised it") Trigger trigger,
    Priority priority,
    @Schema(description = "Where it stands; 0 before the ladder was read") int rung,
    @Schema(description = "One more each time that the top was told again") int round,
    @Schema(description = "Sign-in name of who was told last, or decides") String responder,
    @Schema(description = "The role of the rung", example = "team-lead") String role,
    Instant toldAt,
    @Schema(description = "Until when an answer or a decision is awaited") Instant dueAt,
    String acknowledgedBy,
    Instant acknowledgedAt,
    Instant startedAt,
    Instant endedAt,
    @Schema(description = "The rungs, lowest first; left out in lists") List<LadderRung> ladder,
    @Schema(description = "What was done and why, oldest first; left out in lists")
        List<Entry> entries) {

  @Schema(name = "Rung", description = "A rung of the ladder, as the table gave it for a trigger")
  record LadderRung(
      int rung,
      @Schema(example = "team-lead") String role,
      @Schema(description = "Whether the role is wanted in the incident's team") boolean ofTeam,
      long minutesToAcknowledge,
      long minutesToDecide,
      @Schema(description = "Null for around the clock") String calendar,
      String reach,
      Trigger trigger) {

    static LadderRung of(EscalationView.LadderRung given) {
      return new LadderRung(
          given.rung().number(),
          given.rung().role().group(),
          given.rung().ofTeam(),
          given.rung().toAcknowledge().toMinutes(),
          given.rung().toDecide().toMinutes(),
          given.rung().calendar(),
          given.rung().reach(),
          given.trigger());
    }
  }

  @Schema(name = "ClimbEntry", description = "One line of the record of an escalation")
  record Entry(
      Instant at,
      @Schema(example = "TOLD") String kind,
      int rung,
      int round,
      @Schema(description = "Sign-in name of whom it concerns") String person,
      @Schema(description = "Whose deputy that is") String standsInFor,
      Instant dueAt,
      String actor,
      @Schema(example = "Olga is on leave until Tue 12 May; Ben stands in for her.") String text) {

    static Entry of(EscalationView.Entry given) {
      return new Entry(
          given.at(),
          given.kind(),
          given.rung(),
          given.round(),
          given.person(),
          given.standsInFor(),
          given.dueAt(),
          given.actor(),
          given.text());
    }
  }

  public static EscalationResponse of(EscalationView view) {
    return body(
        view,
        view.ladder().stream().map(LadderRung::of).toList(),
        view.entries().stream().map(Entry::of).toList());
  }

  /** Without ladder and record, for lists. */
  static EscalationResponse inList(EscalationView view) {
    return body(view, null, null);
  }

  private static EscalationResponse body(
      EscalationView view, List<LadderRung> ladder, List<Entry> entries) {
    return new EscalationResponse(
        view.id(),
        view.incident(),
        view.state(),
        view.trigger(),
        view.priority(),
        view.rung(),
        view.round(),
        view.responder(),
        view.role() == null ? null : view.role().group(),
        view.toldAt(),
        view.dueAt(),
        view.acknowledgedBy(),
        view.acknowledgedAt(),
        view.startedAt(),
        view.endedAt(),
        ladder,
        entries);
  }
}
