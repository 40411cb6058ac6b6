package dev.baton.desk.web.board;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the state of the desk to those who lead it. */
@RestController
@RequestMapping(path = "/api/v1/board", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Board", description = "What is open, at risk and stuck, and why")
class BoardController {

  private final Board board;
  private final FlowHeat heat;
  private final BoardFilterParameters filters;
  private final AccessControl rights;

  BoardController(Board board, FlowHeat heat, BoardFilterParameters filters, AccessControl rights) {
    this.board = board;
    this.heat = heat;
    this.filters = filters;
    this.rights = rights;
  }

  @EndpointPermission(Permission.READ_BOARD)
  @GetMapping
  @Operation(
      operationId = "board",
      summary = "How the desk stands now",
      description =
          "Counts of all that is open; the first of what is past due, at risk, on hold past its"
              + " promise, escalated and unanswered, stuck, and oldest. What stands still is looked"
              + " for once a minute, everything else at this moment. Causes are told in English or"
              + " German, by Accept-Language.")
  ResponseEntity<BoardResponse> board(
      @Parameter(description = "Code of a client", example = "acme") @RequestParam(required = false)
          String client,
      @Parameter(description = "Code of a team", example = "network")
          @RequestParam(required = false)
          String team,
      @Parameter(description = "P1 to P4", example = "P1") @RequestParam(required = false)
          String priority,
      @Parameter(hidden = true) Locale language) {
    rights.allow(Permission.READ_BOARD);
    return fresh(board.now(filters.of(client, team, priority), language));
  }

  @EndpointPermission(Permission.READ_BOARD)
  @GetMapping("/flow")
  @Operation(
      operationId = "boardFlow",
      summary = "Where incidents wait in their flow",
      description =
          "For each step of the lifecycle at which somebody or the executor is waited for: how many"
              + " wait there now, how many failed, and how long the newest stays took that ended in"
              + " the last days. Median and 90th percentile are of at most 2,000 stays a step.")
  ResponseEntity<FlowHeatResponse> flow(
      @Parameter(description = "Code of a client") @RequestParam(required = false) String client,
      @Parameter(description = "Code of a team") @RequestParam(required = false) String team,
      @Parameter(description = "P1 to P4") @RequestParam(required = false) String priority,
      @Parameter(description = "7 or 30") @RequestParam(defaultValue = "7") int days) {
    rights.allow(Permission.READ_BOARD);
    return fresh(heat.now(filters.of(client, team, priority), days));
  }

  private static <T> ResponseEntity<T> fresh(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }
}
