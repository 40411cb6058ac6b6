package dev.baton.incident.process;

import dev.baton.incident.WaitingTime;
import dev.baton.incident.WorkingTimeUnit;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusalTexts;
import dev.baton.web.validation.InvalidInput;
import java.util.Arrays;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Reads the inputs {@code amount} and {@code unit} of a step. Where one is missing, as in models of
 * earlier releases, the client's settings count.
 */
final class WaitingTimeInput {

  /** Instead of a figure: the one in the client's settings. */
  static final String CLIENT_SETTING = "CLIENT_SETTING";

  private WaitingTimeInput() {}

  static WaitingTime of(DelegateExecution execution) {
    Integer amount = number(execution, "amount");
    WorkingTimeUnit unit = unit(execution);
    if (Integer.valueOf(0).equals(amount) && unit != WorkingTimeUnit.END_OF_DAY) {
      throw new InvalidInput("amount", LocalizableText.of("refused.waiting.none"));
    }
    return new WaitingTime(amount, unit);
  }

  /** The whole number of the input; null for the client's. */
  static Integer number(DelegateExecution execution, String name) {
    String given = given(execution, name);
    if (given == null) {
      return null;
    }
    if (!given.matches("\\d{1,4}")) {
      throw new InvalidInput(
          name, LocalizableText.of("refused.waiting.number", given, CLIENT_SETTING));
    }
    return Integer.valueOf(given);
  }

  private static WorkingTimeUnit unit(DelegateExecution execution) {
    String given = given(execution, "unit");
    if (given == null) {
      return null;
    }
    return Arrays.stream(WorkingTimeUnit.values())
        .filter(unit -> unit.name().equals(given.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "unit",
                    LocalizableText.of(
                        "refused.waiting.unit",
                        given,
                        CLIENT_SETTING,
                        RefusalTexts.oneOf(WorkingTimeUnit.values()))));
  }

  /** Of the step alone: a form cannot set it. */
  private static String given(DelegateExecution execution, String name) {
    Object value = execution.getVariableLocal(name);
    String text = value == null ? "" : value.toString().strip();
    return text.isEmpty() || text.equalsIgnoreCase(CLIENT_SETTING) ? null : text;
  }
}
