package dev.baton.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a user task is, as its model says by the extension property {@code baton.kind}. */
public enum UserTaskKind {
  /** Somebody works on the incident. */
  @BuildingBlock(
      name = "Work on the incident",
      description =
          "Asks the team of the incident to work on it. Lists show the task with its deadline.",
      inputs = {
        @BlockInput(name = "form", label = "Form", choices = BlockChoices.FORMS),
        @BlockInput(
            name = "offers",
            label = "What may be done",
            value = "resolve, hold, duplicate",
            choices = BlockChoices.ACTS,
            required = false),
        @BlockInput(
            name = "line",
            label = "Line",
            description = "Such as FIRST or SECOND; empty for none",
            required = false),
        @BlockInput(name = "team", label = "Team", choices = BlockChoices.TEAMS, required = false)
      })
  WORK,
  /** The incident waits; its clocks may pause. */
  @BuildingBlock(
      name = "Wait on hold",
      description =
          "Waits for the requester, a supplier, a problem or a change. Attach a timer with the date"
              + " ${dueAt}.",
      inputs = {
        @BlockInput(
            name = "form",
            label = "Form",
            value = "wait-on-hold",
            choices = BlockChoices.FORMS),
        @BlockInput(
            name = "offers",
            label = "What may be done",
            value = "resume, extend",
            choices = BlockChoices.ACTS,
            required = false),
        @BlockInput(
            name = "holdReason",
            label = "Waiting for",
            description = "Only where no step before has placed the incident on hold.",
            words = {"REQUESTER", "SUPPLIER", "PROBLEM", "CHANGE"},
            required = false)
      })
  HOLD,
  /** Somebody agrees before the flow goes on. */
  @BuildingBlock(
      name = "Approval",
      description = "Asks a team to agree before the flow goes on. Draw a way back for a refusal.",
      inputs = {
        @BlockInput(name = "form", label = "Form", choices = BlockChoices.FORMS),
        @BlockInput(name = "team", label = "Team", choices = BlockChoices.TEAMS, required = false),
        @BlockInput(
            name = "notBy",
            label = "Not by",
            description = "Who may not complete it: four eyes.",
            words = {"resolver"},
            required = false)
      })
  APPROVAL,
  /** The requester confirms the resolution. */
  @BuildingBlock(
      name = "Confirm the resolution",
      description =
          "Waits for the requester to accept the resolution. Attach a timer with the date"
              + " ${dueAt}.",
      inputs = {
        @BlockInput(
            name = "form",
            label = "Form",
            value = "confirm-resolution",
            choices = BlockChoices.FORMS)
      })
  CONFIRMATION,
  /** Work beside the main work, with a team of its own. */
  @BuildingBlock(
      name = "Side task",
      description =
          "Asks another team for something in parallel to the work. Assignee and team of the"
              + " incident stay as they are.",
      inputs = {
        @BlockInput(name = "form", label = "Form", choices = BlockChoices.FORMS),
        @BlockInput(name = "team", label = "Team", choices = BlockChoices.TEAMS),
        @BlockInput(
            name = "offers",
            label = "What may be done",
            choices = BlockChoices.ACTS,
            required = false)
      })
  ASIDE,
  /** Only the form matters. */
  @BuildingBlock(
      name = "Fill in a form",
      description = "Asks for a form to be filled in.",
      inputs = {
        @BlockInput(name = "form", label = "Form", choices = BlockChoices.FORMS),
        @BlockInput(
            name = "offers",
            label = "What may be done",
            choices = BlockChoices.ACTS,
            required = false),
        @BlockInput(name = "team", label = "Team", choices = BlockChoices.TEAMS, required = false)
      })
  FORM;

  /** The word that a model uses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<UserTaskKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word.strip())).findFirst();
  }

  /** All words, for a message. */
  public static String words() {
    return Arrays.stream(values()).map(UserTaskKind::word).collect(Collectors.joining(", "));
  }
}
