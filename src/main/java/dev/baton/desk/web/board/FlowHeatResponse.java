package dev.baton.desk.web.board;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Where incidents wait in the newest version of their flow, including those in older versions. */
@Schema(name = "BoardFlow", description = "Where incidents wait in their flow")
record FlowHeatResponse(
    String flow,
    String name,
    @Schema(description = "Id of the engine's definition, which has the diagram")
        String definitionId,
    int version,
    String tag,
    int days,
    @Schema(description = "At most so many stays a step were read, the newest") int sample,
    List<Step> steps) {

  /** A step that waits for a person or for the executor. */
  @Schema(name = "BoardStep")
  record Step(
      String step,
      String name,
      @Schema(description = "How many wait there") long now,
      @Schema(description = "How many of them because it failed") long failed,
      @Schema(description = "Null when none ended in these days") Stays stays) {}

  /** How long it took. */
  @Schema(name = "BoardStays")
  record Stays(long count, long medianSeconds, long p90Seconds) {}
}
