package dev.baton.desk.web.api;

import dev.baton.incident.HoldReason;
import dev.baton.incident.Level;
import dev.baton.incident.ResolutionCode;
import dev.baton.web.validation.EnumName;
import dev.baton.web.validation.InstantText;
import dev.baton.web.validation.MaxCharacters;
import dev.baton.web.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** The request bodies of actions on an incident. */
final class IncidentActionRequests {

  private static final int NOTE = 10_000;

  private IncidentActionRequests() {}

  @Schema(name = "NoteInput")
  record NoteInput(@Schema(description = "Why, for the journal") @MaxCharacters(NOTE) String note) {

    static String of(NoteInput input) {
      return input == null ? null : input.note();
    }
  }

  @Schema(name = "HelpInput")
  record HelpInput(
      @Schema(description = "What help is needed", example = "The supplier does not answer")
          @MaxCharacters(1_500)
          String note) {

    static String of(HelpInput input) {
      return input == null ? null : input.note();
    }
  }

  @Schema(name = "CancelInput")
  record CancelInput(
      @Schema(description = "Why it is cancelled", example = "Reported by mistake")
          @NotBlank(message = "is required")
          @MaxCharacters(NOTE)
          String note) {}

  @Schema(
      name = "AssignInput",
      description =
          "A team, a person, or both. Without a team it stays with its team; a new team without a"
              + " person is left to choose; with neither it goes back to its team's queue")
  record AssignInput(
      @Schema(description = "Code of the team", example = "network") @SingleLine @MaxCharacters(60)
          String team,
      @Schema(description = "Sign-in name of the agent", example = "senior-agent")
          @SingleLine
          @MaxCharacters(64)
          String assignee) {}

  @Schema(name = "HoldInput")
  record HoldInput(
      @Schema(
              implementation = HoldReason.class,
              description = "Whom or what the work waits for",
              example = "SUPPLIER")
          @NotNull(message = "is required")
          @EnumName(HoldReason.class)
          String reason,
      @Schema(
              type = "string",
              format = "date-time",
              description =
                  "Until when it is promised to wait; left out, the days between two reminders",
              example = "2026-11-30T15:00:00Z")
          @InstantText
          String until,
      @MaxCharacters(NOTE) String note) {}

  @Schema(name = "ResolveInput")
  record ResolveInput(
      @Schema(
              implementation = ResolutionCode.class,
              allowableValues = {
                "FIXED",
                "WORKAROUND",
                "NOT_REPRODUCIBLE",
                "USER_GUIDANCE",
                "NO_FAULT_FOUND"
              },
              example = "FIXED")
          @NotNull(message = "is required")
          @EnumName(
              value = ResolutionCode.class,
              except = {"DUPLICATE", "NO_ANSWER"})
          String code,
      @Schema(description = "What was done", example = "Replaced the print server's disk")
          @NotBlank(message = "is required")
          @MaxCharacters(NOTE)
          String note) {}

  @Schema(name = "DuplicateInput")
  record DuplicateInput(
      @Schema(description = "Number of the incident that it repeats", example = "INC-2026-000122")
          @NotBlank(message = "is required")
          @MaxCharacters(40)
          String of) {}

  @Schema(name = "ReprioritiseInput")
  record ReprioritiseInput(
      @Schema(implementation = Level.class, example = "HIGH")
          @NotNull(message = "is required")
          @EnumName(Level.class)
          String impact,
      @Schema(implementation = Level.class, example = "MEDIUM")
          @NotNull(message = "is required")
          @EnumName(Level.class)
          String urgency,
      @Schema(description = "Why, for the journal") @MaxCharacters(NOTE) String note) {}
}
