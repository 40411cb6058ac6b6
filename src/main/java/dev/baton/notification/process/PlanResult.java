package dev.baton.notification.process;

import dev.baton.notification.Audience;
import dev.baton.notification.ChannelKind;
import dev.baton.notification.CommunicationPlanRow;
import dev.baton.notification.NotificationEvent;
import dev.baton.staff.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads the result of communication-plan.dmn: one row per audience. */
final class PlanResult {

  private PlanResult() {}

  @SuppressWarnings("unchecked") // the engine's result of a table is a list of maps
  static List<CommunicationPlanRow> of(DelegateExecution execution) {
    NotificationEvent event =
        NotificationEvent.of((String) execution.getVariable(NotificationVariables.EVENT));
    return ((List<? extends Map<String, Object>>) execution.getVariableLocal("decisionResult"))
        .stream().map(row -> row(event, row)).toList();
  }

  /**
   * @throws IllegalStateException if a row cannot be understood; the job fails and shows the
   *     message
   */
  static CommunicationPlanRow row(NotificationEvent event, Map<String, Object> row) {
    NotificationEvent template = template(row);
    return new CommunicationPlanRow(
        needed(row, "audience", Audience.class),
        needed(row, "channel", ChannelKind.class),
        one(row, "fallback", ChannelKind.class),
        template == null ? event : template,
        row.get("delayMinutes") instanceof Number minutes ? Math.max(0, minutes.intValue()) : 0,
        Boolean.TRUE.equals(row.get("digest")),
        Boolean.TRUE.equals(row.get("quietHours")),
        roles(row));
  }

  private static NotificationEvent template(Map<String, Object> row) {
    String text = text(row, "template");
    try {
      return text.isBlank() ? null : NotificationEvent.of(text);
    } catch (IllegalArgumentException unreadable) {
      throw wrong(row, "'%s' is not a valid template".formatted(text));
    }
  }

  private static Set<String> roles(Map<String, Object> row) {
    return Stream.of(text(row, "roles").split(","))
        .map(String::strip)
        .filter(group -> !group.isEmpty())
        .peek(
            group -> {
              if (Role.ofGroup(group).isEmpty()) {
                throw wrong(row, "'%s' is not a role".formatted(group));
              }
            })
        .collect(Collectors.toUnmodifiableSet());
  }

  private static <E extends Enum<E>> E needed(
      Map<String, Object> row, String column, Class<E> type) {
    E value = one(row, column, type);
    if (value == null) {
      throw wrong(row, "'%s' is missing".formatted(column));
    }
    return value;
  }

  private static <E extends Enum<E>> E one(Map<String, Object> row, String column, Class<E> type) {
    String text = text(row, column);
    if (text.isBlank()) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseThrow(() -> wrong(row, "'%s' is not a valid %s".formatted(text, column)));
  }

  private static String text(Map<String, Object> row, String column) {
    Object value = row.get(column);
    return value == null ? "" : value.toString().strip();
  }

  private static IllegalStateException wrong(Map<String, Object> row, String what) {
    return new IllegalStateException("communication-plan.dmn: %s in %s.".formatted(what, row));
  }
}
