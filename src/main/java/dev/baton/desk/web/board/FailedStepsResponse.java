package dev.baton.desk.web.board;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** The failed steps of an incident's flows. */
@Schema(name = "Troubles", description = "What hinders the flows of an incident")
record FailedStepsResponse(
    String number, List<Failure> failures, List<Task> tasks, boolean mayRetry) {

  /** A step that failed, explained. */
  @Schema(name = "Failure")
  record Failure(
      @Schema(description = "Id of the engine's job, for another try") String id,
      String flow,
      String step,
      String name,
      @Schema(description = "Id of the instance where it failed") String instance,
      @Schema(description = "When the last try failed; null while tries are left") Instant since,
      int triesLeft,
      @Schema(description = "When it is tried again by itself; null when it is not")
          Instant nextTryAt,
      @Schema(description = "One word of the table of causes", example = "channel-down")
          String cause,
      @Schema(description = "Who can mend it") FailureCause.Who who,
      String title,
      String meaning,
      String todo,
      @Schema(description = "What the program said") String message) {}

  /** A task in which a person corrects something, such as an address. */
  @Schema(name = "MendingTask")
  record Task(@Schema(description = "Id of the engine's task") String id, String name) {}
}
