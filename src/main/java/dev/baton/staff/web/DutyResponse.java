package dev.baton.staff.web;

import dev.baton.staff.rota.Presence;
import dev.baton.staff.rota.Responder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** Who is on duty for a post, and who answers. */
@Schema(name = "Duty", description = "Who is on duty for a post at an instant, and who answers")
record DutyResponse(
    @Schema(description = "The post in words", example = "senior agent of team network")
        String post,
    Instant at,
    ResponderBody responder,
    @Schema(description = "Everybody of the post, those on duty first") List<PresenceBody> people) {

  /** Who answers. */
  @Schema(name = "Responder", description = "Who answers; login and name are null for nobody")
  record ResponderBody(
      String login,
      String name,
      @Schema(description = "Whose deputy it is, or null") String standsInFor,
      Instant until,
      @Schema(
              example =
                  "Olga Petrova is on leave until Tue 12 May; Ben Ito stands in and is on shift"
                      + " until 18:00.")
          String because) {

    static ResponderBody of(Responder responder) {
      return new ResponderBody(
          responder.login(),
          responder.name(),
          responder.standsInFor(),
          responder.until(),
          responder.because());
    }
  }

  /** Whether somebody is on duty. */
  @Schema(name = "Presence")
  record PresenceBody(
      String login,
      String name,
      boolean onDuty,
      Presence.Reason reason,
      @Schema(description = "When that changes, as far as it is known") Instant until,
      @Schema(example = "on shift until 18:00") String because) {

    static PresenceBody of(Presence presence) {
      return new PresenceBody(
          presence.login(),
          presence.name(),
          presence.onDuty(),
          presence.reason(),
          presence.until(),
          presence.because());
    }
  }
}
