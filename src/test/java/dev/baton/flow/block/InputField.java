package dev.baton.flow.block;

import dev.baton.engine.BlockChoices;
import dev.baton.engine.BlockInput;
import dev.baton.notification.NotificationEvent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The field in Modeler by which an input of a block is set. */
record InputField(BlockInput input) {

  private static final String WORD = "[a-z][A-Za-z0-9-]*";
  private static final String DURATION = "P(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+S)?)?";

  /** Value and what is shown, for a list to choose from; empty for a field to type in. */
  Map<String, String> choices() {
    Map<String, String> choices = new LinkedHashMap<>();
    values().forEach(value -> choices.put(value, shown(value)));
    return choices;
  }

  private Stream<String> values() {
    return input.choices() == BlockChoices.EVENTS
        ? NotificationEvent.builtIn().stream().map(NotificationEvent::code)
        : BlockChoices.wordsOf(input).stream();
  }

  private static String shown(String value) {
    String words = value.replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  String hint() {
    if (!input.description().isEmpty()) {
      return input.description();
    }
    return switch (input.choices()) {
      case TEAMS ->
          input.required()
              ? "Code of a team of the desk"
              : "Code of a team of the desk; empty for the team of the incident";
      case FORMS -> "Id of a form that is deployed with the flow";
      case ACTS -> "Buttons of the incident's page and calls of the API, such as resolve, hold";
      case OWN_EVENTS -> "Code of an event that the desk has registered";
      case NONE,
          EVENTS,
          ROLES,
          NUMBER,
          PERCENT,
          NUMBER_OR_CLIENT_SETTING,
          UNIT_OR_CLIENT_SETTING,
          DURATIONS ->
          "";
    };
  }

  String pattern() {
    return switch (input.choices()) {
      case TEAMS, FORMS -> "^" + WORD + "$";
      case ACTS, ROLES -> list(WORD);
      case OWN_EVENTS -> "^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$";
      case NUMBER -> "^[0-9]+$";
      case PERCENT -> "^([1-9][0-9]?|100)$";
      case NUMBER_OR_CLIENT_SETTING -> "^([0-9]{1,4}|CLIENT_SETTING)$";
      case DURATIONS -> list(DURATION);
      case NONE, EVENTS, UNIT_OR_CLIENT_SETTING -> "";
    };
  }

  String patternMessage() {
    return switch (input.choices()) {
      case TEAMS -> "Write the code of a team, such as network.";
      case FORMS -> "Write the id of a form, such as wait-on-hold.";
      case ACTS -> "Write acts with commas between them, such as resolve, hold.";
      case ROLES -> "Write roles with commas between them, such as team-lead, senior-agent.";
      case OWN_EVENTS -> "Write the code of an event, such as WORK_BEGUN.";
      case NUMBER -> "Write a whole number.";
      case PERCENT -> "Write a whole number from 1 to 100.";
      case NUMBER_OR_CLIENT_SETTING -> "Write a whole number, or CLIENT_SETTING.";
      case DURATIONS -> "Write durations with commas between them, such as PT30S, PT2M.";
      case NONE, EVENTS, UNIT_OR_CLIENT_SETTING -> "";
    };
  }

  private static String list(String item) {
    return "^%s( *, *%s)*$".formatted(item, item);
  }
}
