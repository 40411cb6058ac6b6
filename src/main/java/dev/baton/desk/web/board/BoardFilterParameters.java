package dev.baton.desk.web.board;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.Priority;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.web.validation.InvalidInput;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Parses the filter of a board. */
@Component
class BoardFilterParameters {

  private final ClientDirectory clients;
  private final StaffDirectory staff;

  BoardFilterParameters(ClientDirectory clients, StaffDirectory staff) {
    this.clients = clients;
    this.staff = staff;
  }

  /**
   * Each null or blank for any.
   *
   * @throws InvalidInput when there is no such client, team or priority
   */
  BoardFilter of(String client, String team, String priority) {
    Optional<ClientView> theClient =
        given(client)
            .map(
                text ->
                    clients
                        .find(text)
                        .orElseThrow(() -> unknown("client", "there is no client " + text)));
    Optional<String> theTeam =
        given(team)
            .map(
                text ->
                    staff
                        .team(text)
                        .map(TeamView::code)
                        .orElseThrow(() -> unknown("team", "there is no team " + text)));
    return new BoardFilter(
        theClient.map(ClientView::id).orElse(null),
        theClient.map(ClientView::code).orElse(null),
        theTeam.orElse(null),
        given(priority).map(BoardFilterParameters::priority).orElse(null));
  }

  private static Priority priority(String text) {
    return Arrays.stream(Priority.values())
        .filter(each -> each.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> unknown("priority", "must be one of P1, P2, P3, P4"));
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
  }

  private static InvalidInput unknown(String field, String reason) {
    return new InvalidInput(field, reason);
  }
}
