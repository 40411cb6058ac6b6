package dev.baton.incident.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.incident.task.FormComponent.FormOption;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Checks one value by the rules of its field, and makes of it what the flow keeps. */
final class FormFieldValue {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.-]{3,30}");

  private final FormComponent field;
  private final int longest;
  private final InvalidInput.Complaints complaints;

  private FormFieldValue(FormComponent field, int longest, InvalidInput.Complaints complaints) {
    this.field = field;
    this.longest = longest;
    this.complaints = complaints;
  }

  /**
   * The value for the flow; null with a complaint if it is not accepted.
   *
   * @param longest text that can be kept, whatever the form allows
   */
  static Object checked(
      FormComponent field, Object value, int longest, InvalidInput.Complaints complaints) {
    FormFieldValue check = new FormFieldValue(field, longest, complaints);
    return switch (field.type()) {
      case "number" -> check.number(value);
      case "checkbox" -> check.truth(value);
      case "select", "radio" -> check.option(value);
      case "checklist", "taglist" -> check.options(value);
      case "datetime" -> check.time(value);
      default -> check.text(value);
    };
  }

  private Object refused(LocalizableText reason) {
    complaints.about(field.key(), reason);
    return null;
  }

  private Object text(Object value) {
    if (!(value instanceof String text)) {
      return refused(LocalizableText.of("refused.field.text"));
    }
    JsonNode rules = field.validate();
    int length = text.codePointCount(0, text.length());
    int most = Math.min(longest, rules.path("maxLength").asInt(longest));
    if (length > most) {
      return refused(LocalizableText.of("refused.field.most", most, length));
    }
    int shortest = rules.path("minLength").asInt(0);
    if (length < shortest) {
      return refused(LocalizableText.of("refused.field.least", shortest));
    }
    String pattern = rules.path("pattern").asText("");
    if (!pattern.isEmpty() && !matches(pattern, text)) {
      return refused(LocalizableText.of("refused.field.pattern", pattern));
    }
    return switch (rules.path("validationType").asText("")) {
      case "email" ->
          EMAIL.matcher(text).matches() ? text : refused(LocalizableText.of("refused.field.email"));
      case "phone" ->
          PHONE.matcher(text).matches() ? text : refused(LocalizableText.of("refused.field.phone"));
      default -> text;
    };
  }

  /**
   * As the form does: anywhere in the text, and a pattern that nobody can read is none. One that
   * would take minutes matches nothing.
   */
  private static boolean matches(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(new LimitedReads(text)).find();
    } catch (PatternSyntaxException unreadable) {
      return true;
    } catch (LimitedReads.TooManyReads endless) {
      return false;
    }
  }

  private Object number(Object value) {
    if (!(value instanceof Number)) {
      return refused(LocalizableText.of("refused.field.number"));
    }
    BigDecimal number = new BigDecimal(value.toString());
    Optional<BigDecimal> least = limit("min");
    Optional<BigDecimal> most = limit("max");
    if (least.isPresent() && number.compareTo(least.get()) < 0) {
      return refused(LocalizableText.of("refused.field.min", least.get().toPlainString()));
    }
    if (most.isPresent() && number.compareTo(most.get()) > 0) {
      return refused(LocalizableText.of("refused.field.max", most.get().toPlainString()));
    }
    int decimals = field.definition().path("decimalDigits").asInt(-1);
    BigDecimal plain = number.stripTrailingZeros();
    if (decimals >= 0 && plain.scale() > decimals) {
      return refused(LocalizableText.of("refused.field.decimals", decimals));
    }
    if (field.definition().path("serializeToString").asBoolean()) {
      return number.toPlainString();
    }
    return stored(plain);
  }

  private Object stored(BigDecimal number) {
    if (number.scale() > 0) {
      return number.doubleValue();
    }
    try {
      long whole = number.longValueExact();
      return (int) whole == whole ? (Object) (int) whole : (Object) whole;
    } catch (ArithmeticException tooLarge) {
      return refused(LocalizableText.of("refused.field.tooBig"));
    }
  }

  private Optional<BigDecimal> limit(String name) {
    JsonNode limit = field.validate().path(name);
    try {
      return limit.isValueNode() && !limit.asText().isBlank()
          ? Optional.of(new BigDecimal(limit.asText()))
          : Optional.empty();
    } catch (NumberFormatException noLimit) {
      return Optional.empty();
    }
  }

  private Object truth(Object value) {
    return value instanceof Boolean ? value : refused(LocalizableText.of("refused.field.truth"));
  }

  private Object option(Object value) {
    if (value instanceof Collection<?>) {
      return refused(LocalizableText.of("refused.field.one"));
    }
    if (field.options() == null) {
      return value;
    }
    return field.options().stream()
        .map(FormOption::value)
        .filter(option -> String.valueOf(option).equals(String.valueOf(value)))
        .findFirst()
        .orElseGet(() -> refused(LocalizableText.of("refused.field.oneOf", words())));
  }

  /** Several become one text with commas: a flow keeps no lists. */
  private Object options(Object value) {
    if (!(value instanceof List<?> many)
        || many.stream().anyMatch(one -> one == null || one instanceof Collection<?>)) {
      return refused(LocalizableText.of("refused.field.list"));
    }
    boolean known =
        field.options() == null
            || many.stream()
                .allMatch(
                    one ->
                        field.options().stream()
                            .anyMatch(
                                option ->
                                    String.valueOf(option.value()).equals(String.valueOf(one))));
    return known
        ? many.stream().map(String::valueOf).distinct().collect(Collectors.joining(","))
        : refused(LocalizableText.of("refused.field.only", words()));
  }

  private String words() {
    return field.options().stream()
        .map(option -> String.valueOf(option.value()))
        .collect(Collectors.joining(", "));
  }

  private Object time(Object value) {
    if (!(value instanceof String text)) {
      return refused(LocalizableText.of("refused.field.timeText"));
    }
    return switch (field.subtype()) {
      case "time" ->
          isOneOf(text, LocalTime::parse, OffsetTime::parse)
              ? text
              : refused(LocalizableText.of("refused.field.time"));
      case "datetime" ->
          isOneOf(text, LocalDateTime::parse, OffsetDateTime::parse)
              ? text
              : refused(LocalizableText.of("refused.field.dateTime"));
      default ->
          isOneOf(text, LocalDate::parse, LocalDate::parse)
              ? text
              : refused(LocalizableText.of("refused.field.date"));
    };
  }

  private static boolean isOneOf(
      String text, Function<CharSequence, ?> local, Function<CharSequence, ?> withZone) {
    return isReadable(text, local) || isReadable(text, withZone);
  }

  private static boolean isReadable(String text, Function<CharSequence, ?> format) {
    try {
      return format.apply(text) != null;
    } catch (DateTimeParseException other) {
      return false;
    }
  }
}
