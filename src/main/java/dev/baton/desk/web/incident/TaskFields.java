package dev.baton.desk.web.incident;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.incident.ActionForm.Choice;
import dev.baton.desk.web.incident.TaskPanel.TaskField;
import dev.baton.engine.FeelExpressions;
import dev.baton.incident.task.FormComponent;
import dev.baton.incident.task.FormInputValidator;
import dev.baton.incident.task.IncidentTask;
import dev.baton.incident.task.TaskForm;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Draws a Camunda Form as plain fields of a page, and reads them back. */
@Component
class TaskFields {

  /** Keeps the fields of the form apart from what the page itself sends. */
  static final String PREFIX = "field.";

  private static final Pattern EMBEDDED = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
  private static final Pattern MARKDOWN = Pattern.compile("(?m)^#+\\s*|(?<!\\\\)[*_`]");

  /** How forms keep a value from being read as Markdown; here nothing is. */
  private static final Pattern ESCAPING =
      Pattern.compile(
          "replace\\(\\s*(\\w+)\\s*,\\s*\"\\(\\[!-/:-@[^\"]*\"\\s*,\\s*\"[^\"]*\"\\s*\\)");

  private final FeelExpressions feel;
  private final FormInputValidator validator;
  private final PageRenderer pages;

  TaskFields(FeelExpressions feel, FormInputValidator validator, PageRenderer pages) {
    this.feel = feel;
    this.validator = validator;
    this.pages = pages;
  }

  /** What the form shows with these values. */
  List<TaskField> of(IncidentTask task, Map<String, Object> given, Visitor visitor) {
    TaskForm form = task.form();
    Map<String, Object> values = FormInputValidator.values(form, given);
    return form.components().stream()
        .filter(component -> !validator.isHidden(form, component, given))
        .map(component -> component.in(visitor.locale()))
        .map(component -> field(task, component, given, values, visitor))
        .toList();
  }

  private TaskField field(
      IncidentTask task,
      FormComponent component,
      Map<String, Object> given,
      Map<String, Object> values,
      Visitor visitor) {
    JsonNode rules = component.validate();
    return new TaskField(
        component.key(),
        "task-" + task.id() + "-" + component.key(),
        input(component),
        component.isField()
            ? words(component.label(), values, component.key())
            : text(component.label(), values),
        words(component.description(), values, null),
        component.isRequired(),
        component.isReadOnly(),
        texts(component, given.get(component.key()), visitor),
        choices(component, visitor.locale()),
        rules.path("min").asText(null),
        rules.path("max").asText(null),
        rules.path("maxLength").asText("10000"));
  }

  private static String input(FormComponent component) {
    return switch (component.type()) {
      case "select", "radio" -> component.options() == null ? "text" : "select";
      case "checklist", "taglist" -> component.options() == null ? "text" : "choices";
      case "datetime" ->
          switch (component.subtype()) {
            case "time" -> "time";
            case "datetime" -> "datetime-local";
            default -> "date";
          };
      case "textfield" -> "text";
      case "text" -> "words";
      default -> component.type();
    };
  }

  private List<Choice> choices(FormComponent component, Locale locale) {
    if (component.options() == null) {
      return List.of();
    }
    List<Choice> choices = new ArrayList<>();
    if (!component.isMultiple()) {
      choices.add(new Choice("", pages.words("tasks.choose", locale)));
    }
    component
        .options()
        .forEach(
            option ->
                choices.add(
                    new Choice(
                        String.valueOf(option.value()),
                        words(option.label(), Map.of(), String.valueOf(option.value())))));
    return choices;
  }

  /** What the page calls the field before anything is filled in. */
  String label(TaskForm form, FormComponent field, Locale locale) {
    return words(field.in(locale).label(), FormInputValidator.values(form, Map.of()), field.key());
  }

  /** A plain text, or what its FEEL gives. */
  private String words(String text, Map<String, Object> values, String otherwise) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    return text.startsWith("=")
        ? feel.evaluate(text, values).map(String::valueOf).orElse(otherwise)
        : text;
  }

  /** The words of a text with Markdown, without its marks. */
  private String text(String markdown, Map<String, Object> values) {
    String source = words(markdown, values, "");
    String filled =
        EMBEDDED
            .matcher(withoutMarks(source))
            .replaceAll(
                embedded ->
                    Matcher.quoteReplacement(
                        feel.evaluate(ESCAPING.matcher(embedded.group(1)).replaceAll("$1"), values)
                            .map(String::valueOf)
                            .orElse("")));
    return filled.replaceAll("\n{3,}", "\n\n").strip();
  }

  /** Leaves the expressions as they are. */
  private static String withoutMarks(String source) {
    StringBuilder plain = new StringBuilder();
    Matcher embedded = EMBEDDED.matcher(source);
    int from = 0;
    while (embedded.find()) {
      plain.append(MARKDOWN.matcher(source.substring(from, embedded.start())).replaceAll(""));
      plain.append(embedded.group());
      from = embedded.end();
    }
    return plain.append(MARKDOWN.matcher(source.substring(from)).replaceAll("")).toString();
  }

  private static List<String> texts(FormComponent component, Object value, Visitor visitor) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof Collection<?> many) {
      return many.stream().map(String::valueOf).toList();
    }
    String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    return List.of(isInstant(component) ? shown(text, visitor) : text);
  }

  private static boolean isInstant(FormComponent component) {
    return component.type().equals("datetime") && component.subtype().equals("datetime");
  }

  /** In the visitor's zone. */
  private static String shown(String instant, Visitor visitor) {
    try {
      return visitor.field(OffsetDateTime.parse(instant).toInstant());
    } catch (DateTimeException withoutZone) {
      return instant;
    }
  }

  /** A scalar of the schema; null for none. */
  static Object scalar(FormComponent field, String name) {
    JsonNode value = field.definition().path(name);
    if (value.isNumber()) {
      return value.numberValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return value.isTextual() ? value.textValue() : null;
  }

  /**
   * What was filled in, without what the form hides with these values.
   *
   * @throws InvalidInput for a number or a time that is none
   */
  Map<String, Object> filledIn(TaskForm form, MultiValueMap<String, String> sent, Visitor visitor) {
    Map<String, Object> given = new HashMap<>();
    for (FormComponent field : form == null ? List.<FormComponent>of() : form.fields()) {
      List<String> texts =
          sent.getOrDefault(PREFIX + field.key(), List.of()).stream()
              .filter(text -> !text.isBlank())
              .toList();
      if (!texts.isEmpty() && !field.isReadOnly()) {
        given.put(field.key(), value(field, texts, visitor));
      } else if (sent.containsKey(PREFIX + field.key())) {
        given.put(field.key(), null);
      }
    }
    return form == null ? given : validator.withoutHidden(form, given);
  }

  private static Object value(FormComponent field, List<String> texts, Visitor visitor) {
    String text = texts.get(0).strip();
    return switch (field.type()) {
      case "number" -> number(field, text);
      case "checkbox" -> Boolean.TRUE;
      case "checklist", "taglist" -> texts;
      case "datetime" -> isInstant(field) ? instant(field, text, visitor) : text;
      default -> text;
    };
  }

  private static Object number(FormComponent field, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new InvalidInput(field.key(), LocalizableText.of("refused.field.number"));
    }
  }

  /** The page shows times in the visitor's zone, the flow keeps UTC. */
  private static Object instant(FormComponent field, String text, Visitor visitor) {
    try {
      return visitor.instant(text).toString();
    } catch (DateTimeException e) {
      throw new InvalidInput(field.key(), LocalizableText.of("refused.field.timeInput"));
    }
  }
}
