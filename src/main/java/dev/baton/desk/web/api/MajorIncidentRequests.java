package dev.baton.desk.web.api;

import dev.baton.major.ActionItem;
import dev.baton.major.MajorRole;
import dev.baton.major.ReviewText;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.MaxCharacters;
import dev.baton.web.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The request bodies of actions on a major incident. */
final class MajorIncidentRequests {

  private static final int TEXT = 10_000;
  private static final int REASON = 2_000;

  private MajorIncidentRequests() {}

  @Schema(name = "DeclareInput")
  record DeclareInput(
      @Schema(description = "Why it is a major incident", example = "The whole plant stands")
          @NotBlank(message = "is required")
          @MaxCharacters(REASON)
          String reason) {}

  @Schema(name = "StandDownInput")
  record StandDownInput(
      @Schema(description = "Why it is no major incident", example = "One user only")
          @NotBlank(message = "is required")
          @MaxCharacters(REASON)
          String reason) {}

  @Schema(name = "UpdateInput")
  record UpdateInput(
      @Schema(
              description = "What the client reads, here and on each related incident",
              example = "We have found the cause and reroute; more at 14:30.")
          @NotBlank(message = "is required")
          @MaxCharacters(TEXT)
          String clientText,
      @Schema(description = "For the desk only; stands in the journal") @MaxCharacters(TEXT)
          String internalText) {}

  @Schema(name = "AppointInput")
  record AppointInput(
      @Schema(description = "Sign-in name of who leads from now on", example = "team-lead")
          @NotBlank(message = "is required")
          @SingleLine
          @MaxCharacters(64)
          String login,
      @Schema(description = "Why") @MaxCharacters(500) String note) {}

  @Schema(name = "MajorRoleInput")
  record RoleInput(
      @Schema(description = "What the person does", example = "COMMUNICATIONS")
          @NotNull(message = "is required")
          MajorRole role,
      @Schema(description = "Sign-in name", example = "senior-agent")
          @NotBlank(message = "is required")
          @SingleLine
          @MaxCharacters(64)
          String login) {}

  @Schema(name = "RelatedInput")
  record RelatedInput(
      @Schema(description = "Number of the related incident", example = "INC-2026-000124")
          @NotBlank(message = "is required")
          @MaxCharacters(40)
          String incident) {}

  @Schema(name = "ResolveRelatedInput")
  record ResolveRelatedInput(
      @Schema(description = "Whether they are resolved, or stay open")
          @NotNull(message = "is required")
          Boolean resolve,
      @Schema(description = "What was done, for their requesters") @MaxCharacters(TEXT)
          String note) {}

  @Schema(name = "ReviewInput")
  record ReviewInput(
      @Schema(description = "What happened") @NotBlank(message = "is required") @MaxCharacters(TEXT)
          String summary,
      @Schema(description = "The cause") @NotBlank(message = "is required") @MaxCharacters(TEXT)
          String cause,
      @MaxCharacters(TEXT) String wentWell,
      @MaxCharacters(TEXT) String wentBadly,
      @Schema(description = "What is to be done, by whom") @Valid @Size(max = 50)
          List<ActionInput> actions) {

    ReviewText text() {
      return new ReviewText(summary, cause, wentWell, wentBadly);
    }

    List<ActionItem> items() {
      return actions == null ? List.of() : actions.stream().map(ActionInput::item).toList();
    }
  }

  @Schema(name = "ActionInput")
  record ActionInput(
      @Schema(description = "Sign-in name", example = "network-specialist")
          @NotBlank(message = "is required")
          @SingleLine
          @MaxCharacters(64)
          String owner,
      @Schema(example = "Label the cables")
          @NotBlank(message = "is required")
          @SingleLine
          @MaxCharacters(500)
          String title,
      @Schema(type = "string", format = "date", description = "The day by which it is done")
          @NotBlank(message = "is required")
          @Pattern(
              regexp = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])",
              message = "must be a day, such as 2026-05-30")
          String due) {

    ActionItem item() {
      try {
        return new ActionItem(owner.strip(), title.strip(), LocalDate.parse(due));
      } catch (DateTimeParseException noSuchDay) {
        throw new InvalidInput("actions", due + " is in no calendar");
      }
    }
  }

  @Schema(name = "ActionDoneInput")
  record ActionDoneInput(
      @Schema(description = "False takes it up again", defaultValue = "true") Boolean done) {

    static boolean of(ActionDoneInput input) {
      return input == null || input.done() == null || input.done();
    }
  }
}
