package dev.baton.desk.web.api;

import dev.baton.incident.WorkShare;
import dev.baton.incident.assignment.TeamStaffing;
import dev.baton.staff.rota.Presence;
import dev.baton.staff.web.TeamResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Who is on duty in a team, in the API; instants are UTC. */
@Schema(name = "Staffing", description = "Who is on in a team, with what open work")
record StaffingResponse(
    TeamResponse team,
    List<Person> onDuty,
    @Schema(description = "Off shift, absent, or no longer active") List<Person> away,
    Queue queue,
    @Schema(description = "When the next of its people comes or goes; null: not known")
        Instant nextChange) {

  /** A team member, or another person who has work of the team. */
  @Schema(name = "StaffedPerson")
  record Person(
      @Schema(example = "lena") String login,
      String name,
      @Schema(description = "False for who only holds work of the team") boolean ofTheTeam,
      Presence.Reason reason,
      @Schema(description = "When that changes; null: not known") Instant until,
      @Schema(example = "on shift until 18:00", description = "In the person's own zone")
          String because,
      @Schema(description = "Who stands in and is on duty; null: nobody") StandIn standIn,
      Work work) {

    private static Person of(TeamStaffing.StaffedPerson person, long overdue) {
      Presence presence = person.presence();
      return new Person(
          presence.login(),
          presence.name(),
          person.isOfTheTeam(),
          presence.reason(),
          presence.until(),
          presence.because(),
          person.standIn() == null ? null : StandIn.of(person.standIn()),
          Work.of(person.work(), overdue));
    }
  }

  /** A deputy on duty. */
  @Schema(name = "StandIn")
  record StandIn(String login, String name, Instant until, String because) {

    private static StandIn of(Presence presence) {
      return new StandIn(presence.login(), presence.name(), presence.until(), presence.because());
    }
  }

  /** The team's open incidents of one person. */
  @Schema(name = "OpenWork")
  record Work(
      long assigned,
      long inProgress,
      long onHold,
      @Schema(description = "Promises on them that are past due") long overdue) {

    private static Work of(WorkShare share, long overdue) {
      return new Work(share.assigned(), share.inProgress(), share.onHold(), overdue);
    }
  }

  /** The queue. */
  @Schema(name = "WaitingQueue")
  record Queue(
      long waiting,
      long onHold,
      @Schema(description = "Promises on them that are past due") long overdue,
      @Schema(description = "When the oldest that waits was opened; null: none waits")
          Instant oldest) {

    private static Queue of(WorkShare share, long overdue) {
      return new Queue(
          share.assigned() + share.inProgress(), share.onHold(), overdue, share.oldest());
    }
  }

  /**
   * @param overdue by sign-in name, or null for the queue
   */
  static StaffingResponse of(TeamStaffing staffing, Function<String, Long> overdue) {
    return new StaffingResponse(
        TeamResponse.of(staffing.team()),
        people(staffing, true, overdue),
        people(staffing, false, overdue),
        Queue.of(staffing.queue(), overdue.apply(null)),
        staffing.nextChange());
  }

  private static List<Person> people(
      TeamStaffing staffing, boolean onDuty, Function<String, Long> overdue) {
    return staffing.people().stream()
        .filter(person -> person.presence().onDuty() == onDuty)
        .map(person -> Person.of(person, overdue.apply(person.presence().login())))
        .toList();
  }
}
