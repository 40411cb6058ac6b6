package dev.baton.incident.assignment;

import dev.baton.incident.WorkShare;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Presence;
import java.time.Instant;
import java.util.List;

/**
 * Who is on in a team, with which open work.
 *
 * @param people those on duty first, then by name; also who holds work of the team from elsewhere
 * @param nextChange when the next of them comes or goes, as far as it is known
 */
public record TeamStaffing(
    TeamView team, List<StaffedPerson> people, WorkShare queue, Instant nextChange) {

  public TeamStaffing {
    people = List.copyOf(people);
  }

  /**
   * @param isOfTheTeam false: holds work of it only
   * @param standIn who stands in and is on duty, for somebody who is not; null: nobody
   */
  public record StaffedPerson(
      Presence presence, boolean isOfTheTeam, Presence standIn, WorkShare work) {}
}
