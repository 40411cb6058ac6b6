package dev.baton.flow.backtest.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.incident.task.FormComponent;
import dev.baton.incident.task.FormInputValidator;
import dev.baton.incident.task.TaskForm;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody enters who takes a form as it comes: its defaults, and something where it insists.
 */
final class FormDefaults {

  private static final String TEXT = "As in the trial.";
  private static final String EMAIL = "somebody@recorded-desk.example";
  private static final String PHONE = "+49 30 123456";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FormInputValidator validator;
  private final Clock clock;

  FormDefaults(FormInputValidator validator, Clock clock) {
    this.validator = validator;
    this.clock = clock;
  }

  /**
   * The values of a form.
   *
   * @param given those that the script names
   * @param visit how often the incident has come here; a person who comes back to a form that
   *     insists on a choice takes the next one, so that no flow turns in a circle
   */
  Map<String, Object> complete(TaskForm form, Map<String, Object> given, int visit) {
    Map<String, Object> values = new HashMap<>();
    for (FormComponent field : form.fields()) {
      if (!field.isReadOnly()) {
        value(field, form, visit).ifPresent(value -> values.put(field.key(), value));
      }
    }
    values.putAll(given);
    Map<String, Object> shown = validator.withoutHidden(form, values);
    given.forEach(shown::putIfAbsent); // what the script names is not dropped in silence
    return shown;
  }

  private Optional<Object> value(FormComponent field, TaskForm form, int visit) {
    JsonNode given = field.definition().path("defaultValue");
    if (!given.isMissingNode() && !given.isNull() && !given.asText("-").isEmpty()) {
      return Optional.of(JSON.convertValue(given, Object.class));
    }
    boolean hasValue = form.variables().get(field.key()) != null;
    return field.isRequired() && !hasValue ? Optional.of(needed(field, visit)) : Optional.empty();
  }

  private Object needed(FormComponent field, int visit) {
    return switch (field.type()) {
      case "checkbox" -> true;
      case "number" -> number(field.validate());
      case "datetime" -> time(field.subtype());
      case "select", "radio" -> option(field, visit);
      case "checklist", "taglist" -> List.of(option(field, visit));
      default -> text(field.validate());
    };
  }

  private static Object option(FormComponent field, int visit) {
    return field.options() == null || field.options().isEmpty()
        ? TEXT
        : field.options().get((visit - 1) % field.options().size()).value();
  }

  private static Object number(JsonNode rules) {
    return rules.hasNonNull("min") ? rules.get("min").asInt() : rules.path("max").asInt(1);
  }

  private Object time(String subtype) {
    LocalDateTime tomorrow =
        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
            .plusDays(1)
            .truncatedTo(ChronoUnit.MINUTES);
    return switch (subtype) {
      case "time" -> tomorrow.toLocalTime().toString();
      case "datetime" -> tomorrow + "Z";
      default -> tomorrow.toLocalDate().toString();
    };
  }

  private static String text(JsonNode rules) {
    String text =
        switch (rules.path("validationType").asText("")) {
          case "email" -> EMAIL;
          case "phone" -> PHONE;
          default -> TEXT.repeat(1 + rules.path("minLength").asInt(0) / TEXT.length());
        };
    return text.substring(0, Math.min(text.length(), rules.path("maxLength").asInt(4_000)));
  }
}
