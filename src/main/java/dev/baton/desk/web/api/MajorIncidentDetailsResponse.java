package dev.baton.desk.web.api;

import dev.baton.escalation.web.EscalationResponse;
import dev.baton.incident.IncidentView;
import dev.baton.major.MajorDetails;
import dev.baton.major.MajorIncidentView;
import dev.baton.major.MajorParticipant;
import dev.baton.major.MajorRole;
import dev.baton.major.MajorTimeline;
import dev.baton.sla.ObligationView;
import dev.baton.sla.clock.ClockState;
import dev.baton.staff.rota.Presence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All details of a major incident; instants are UTC. */
@Schema(name = "MajorIncidentPage", description = "Everything about a major incident, now")
record MajorIncidentDetailsResponse(
    MajorIncidentResponse major,
    IncidentResponse incident,
    @Schema(description = "Null while nobody leads it") Lead lead,
    @Schema(description = "Who has a role beside the lead") List<Participant> participants,
    @Schema(description = "What is due, on it and on the related ones, the next first")
        List<Due> dueNext,
    List<Related> related,
    @Schema(description = "News as it went out, oldest first") List<Update> updates,
    @Schema(description = "The escalation that is running, or null") EscalationResponse escalation,
    @Schema(description = "Null until it is written") Review review,
    List<Action> actions,
    @Schema(description = "Journals and contacts of it and of the related ones, oldest first")
        List<MajorTimeline.Line> timeline) {

  @Schema(name = "MajorLead", description = "Who leads it, and whether that person is on duty")
  record Lead(
      String login,
      String name,
      boolean onDuty,
      @Schema(example = "On shift until 18:00.") String because,
      Instant until) {

    static Lead of(Presence presence) {
      return presence == null
          ? null
          : new Lead(
              presence.login(),
              presence.name(),
              presence.onDuty(),
              presence.because(),
              presence.until());
    }
  }

  @Schema(name = "MajorParticipant", description = "Somebody with a role beside the lead")
  record Participant(
      MajorRole role,
      @Schema(description = "Sign-in name") String login,
      Instant since,
      @Schema(description = "Who gave them the role") String namedBy) {}

  @Schema(name = "Due", description = "Something that is due")
  record Due(
      Instant at,
      String incident,
      @Schema(description = "An obligation, NEWS or REVIEW", example = "RESOLUTION") String what) {}

  @Schema(name = "RelatedIncident")
  record Related(
      IncidentResponse incident,
      @Schema(description = "The earliest of its running obligations") Instant nextDue,
      Instant linkedAt,
      String linkedBy) {}

  @Schema(name = "MajorUpdate")
  record Update(
      Instant at,
      String author,
      String clientText,
      String internalText,
      @Schema(description = "On how many incidents the client reads it") int told) {}

  @Schema(name = "MajorReview")
  record Review(
      String summary,
      String cause,
      String wentWell,
      String wentBadly,
      Instant writtenAt,
      String writtenBy) {}

  @Schema(name = "MajorAction")
  record Action(
      long id,
      @Schema(description = "Sign-in name") String owner,
      String title,
      LocalDate due,
      @Schema(description = "Null until it is done") Instant doneAt,
      String doneBy) {}

  static MajorIncidentDetailsResponse of(
      MajorDetails details,
      List<MajorParticipant> participants,
      Map<String, List<String>> tags,
      EscalationResponse escalation,
      List<MajorTimeline.Line> timeline) {
    return new MajorIncidentDetailsResponse(
        MajorIncidentResponse.of(details.major()),
        incident(details.incident(), details.obligations(), tags),
        Lead.of(details.lead()),
        participants.stream()
            .map(p -> new Participant(p.role(), p.login(), p.since(), p.namedBy()))
            .toList(),
        dueNext(details),
        details.related().stream().map(related -> related(related, tags)).toList(),
        details.updates().stream()
            .map(u -> new Update(u.at(), u.author(), u.clientText(), u.internalText(), u.told()))
            .toList(),
        escalation,
        review(details.review()),
        details.actions().stream()
            .map(a -> new Action(a.id(), a.owner(), a.title(), a.dueOn(), a.doneAt(), a.doneBy()))
            .toList(),
        timeline);
  }

  private static IncidentResponse incident(
      IncidentView incident, List<ObligationView> obligations, Map<String, List<String>> tags) {
    return IncidentResponse.of(
        incident, obligations, tags.getOrDefault(incident.number(), List.of()));
  }

  private static Related related(MajorDetails.Related related, Map<String, List<String>> tags) {
    return new Related(
        incident(related.incident(), related.obligations(), tags),
        related.nextDue(),
        related.linkedAt(),
        related.linkedBy());
  }

  private static Review review(MajorDetails.Review written) {
    return written == null
        ? null
        : new Review(
            written.summary(),
            written.cause(),
            written.wentWell(),
            written.wentBadly(),
            written.writtenAt(),
            written.writtenBy());
  }

  private static List<Due> dueNext(MajorDetails details) {
    List<Due> due = new ArrayList<>();
    MajorIncidentView major = details.major();
    if (major.nextUpdateDue() != null) {
      due.add(new Due(major.nextUpdateDue(), major.number(), "NEWS"));
    }
    if (major.reviewDue() != null && major.endedAt() == null) {
      due.add(new Due(major.reviewDue(), major.number(), "REVIEW"));
    }
    promised(details.incident(), details.obligations(), due);
    details.related().forEach(one -> promised(one.incident(), one.obligations(), due));
    due.sort(Comparator.comparing(Due::at));
    return due;
  }

  private static void promised(
      IncidentView incident, List<ObligationView> obligations, List<Due> due) {
    obligations.stream()
        .filter(promise -> promise.state() == ClockState.RUNNING && promise.dueAt() != null)
        .map(promise -> new Due(promise.dueAt(), incident.number(), promise.kind().name()))
        .forEach(due::add);
  }
}
