package dev.baton.desk.web;

import dev.baton.staff.DeskProfile;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.Refusal;
import dev.baton.web.validation.FieldError;
import dev.baton.web.validation.InvalidInput;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Writes pages and parts of pages from the templates in {@code templates/desk/}, in English or
 * German. User input is always escaped; a template only includes the output of another template
 * unescaped.
 */
@Component
public class PageRenderer {

  private static final Pattern INSTANT =
      Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z");

  private final ITemplateEngine templates;
  private final MessageSource words;
  private final DeskProfile desk;

  PageRenderer(ITemplateEngine templates, MessageSource words, DeskProfile desk) {
    this.templates = templates;
    this.words = words;
    this.desk = desk;
  }

  /** A whole page. */
  public String page(String template, Locale locale, Map<String, Object> model) {
    Context page = new Context(locale, model);
    page.setVariable("deskName", desk.name());
    page.setVariable("hasLogo", desk.hasLogo());
    return templates.process("desk/" + template, page);
  }

  /** One fragment of a template. */
  public String part(String template, String part, Locale locale, Map<String, Object> model) {
    return templates.process(
        new TemplateSpec("desk/" + template, Set.of(part), TemplateMode.HTML, null),
        new Context(locale, model));
  }

  /** The message for this key. */
  public String words(String key, Locale locale, Object... values) {
    return words.getMessage(key, values, locale);
  }

  /** A text that was kept for readers of any language. */
  public String words(LocalizableText text, Locale locale) {
    return words.getMessage(text, locale);
  }

  /** The same, with its instants in the visitor's time. */
  public String words(LocalizableText text, Visitor visitor, Instant now) {
    return inTimeOf(visitor, words(text, visitor.locale()), now);
  }

  /** Texts that are kept name instants in UTC. */
  public static String inTimeOf(Visitor visitor, String text, Instant now) {
    return INSTANT
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(visitor.at(Instant.parse(found.group()), now)));
  }

  /**
   * Why something was refused, as far as the exception, or one that it wraps, says it in the
   * language.
   */
  public String reason(Exception refusal, Locale locale) {
    return Stream.iterate((Throwable) refusal, Objects::nonNull, Throwable::getCause)
        .map(cause -> known(cause, locale))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(refusal.getMessage());
  }

  private String known(Throwable cause, Locale locale) {
    if (cause instanceof InvalidInput invalid && invalid.problems().size() > 1) {
      return invalid.problems().stream()
          .map(problem -> problem.field() + " " + reason(problem, locale))
          .collect(Collectors.joining("; "));
    }
    if (cause instanceof ConcurrencyFailureException) {
      return words("refused.conflict.unsaved", locale);
    }
    return cause instanceof Refusal refusal && refusal.reason() != null
        ? words(refusal.reason(), locale)
        : null;
  }

  /** Why a field was refused. */
  public String reason(FieldError problem, Locale locale) {
    return problem.text() == null ? problem.reason() : words(problem.text(), locale);
  }

  /** The label of an enum value, from {@code prefix.NAME}. */
  public String name(String prefix, Enum<?> value, Locale locale) {
    return value == null ? null : words(prefix + "." + value.name(), locale);
  }
}
