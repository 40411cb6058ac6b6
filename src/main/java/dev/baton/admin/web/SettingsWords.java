package dev.baton.admin.web;

import dev.baton.admin.web.SettingsFieldView.Choice;
import dev.baton.desk.web.PageRenderer;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is said about the fields of a topic. */
@Component
class SettingsWords {

  private final MessageSource messages;
  private final PageRenderer pages;

  SettingsWords(MessageSource messages, PageRenderer pages) {
    this.messages = messages;
    this.pages = pages;
  }

  String label(SettingsTopic topic, String field, Locale locale) {
    return pages.words("admin." + topic.name() + "." + field, locale);
  }

  /** Whether this is an act that things of the topic have. */
  boolean knows(SettingsTopic topic, String act) {
    return messages.getMessage(
            "admin." + topic.name() + "." + act + ".done", null, null, Locale.ENGLISH)
        != null;
  }

  /** The fields with what is in them, and what is wrong with it. */
  List<SettingsFieldView> fields(SettingsTopic topic, SettingsForm form, Locale locale) {
    Map<String, String> whenEmpty = topic.whenEmpty(form.id());
    Map<String, LocalizableText> remarks = form.id() == null ? Map.of() : topic.remarks(form.id());
    return topic.fields().stream()
        .filter(field -> form.id() == null || !field.isForNewOnly())
        .map(
            field ->
                field(
                    topic,
                    field,
                    form,
                    whenEmpty.get(field.name()),
                    remarks.get(field.name()),
                    locale))
        .toList();
  }

  private SettingsFieldView field(
      SettingsTopic topic,
      SettingsField field,
      SettingsForm form,
      String whenEmpty,
      LocalizableText remark,
      Locale locale) {
    String key = "admin." + topic.name() + "." + field.name();
    List<String> given = form.values().all(field.name());
    return new SettingsFieldView(
        field.name(),
        field.kind().name().toLowerCase(Locale.ROOT),
        pages.words(key, locale),
        messages.getMessage(key + ".hint", null, null, locale),
        String.join("\n", given),
        field.required(),
        form.id() != null && (field.fixed() || !topic.canChange(form.id())),
        field.longest() == 0 ? null : field.longest(),
        choices(field, given, locale),
        field.suggestions(),
        whenEmpty,
        remark == null ? null : pages.words(remark, locale),
        problem(field.name(), form, locale));
  }

  /** What is offered; and what was chosen elsewhere, so that saving does not change it. */
  private List<Choice> choices(SettingsField field, List<String> given, Locale locale) {
    List<Choice> choices = new ArrayList<>();
    for (SettingsField.Option option : field.options()) {
      String label = pages.words(option.label(), locale);
      choices.add(new Choice(option.value(), label, given.contains(option.value())));
    }
    if (!field.options().isEmpty()) {
      given.stream()
          .filter(one -> choices.stream().noneMatch(choice -> choice.value().equals(one)))
          .forEach(one -> choices.add(new Choice(one, one, true)));
    }
    return choices;
  }

  private String problem(String field, SettingsForm form, Locale locale) {
    return form.problems().stream()
        .filter(problem -> isAbout(problem, field))
        .map(problem -> pages.reason(problem, locale))
        .findFirst()
        .orElse(null);
  }

  private static boolean isAbout(FieldError problem, String field) {
    return Objects.equals(problem.field(), field);
  }

  /** What is wrong with none of the fields. */
  List<String> otherProblems(SettingsTopic topic, SettingsForm form, Locale locale) {
    return form.problems().stream()
        .filter(
            problem -> topic.fields().stream().noneMatch(field -> isAbout(problem, field.name())))
        .map(problem -> pages.reason(problem, locale))
        .toList();
  }

  /** A problem of a line in a table: with the label of its field. */
  String problem(SettingsTopic topic, FieldError problem, Locale locale) {
    boolean isField = topic.fields().stream().anyMatch(field -> isAbout(problem, field.name()));
    String reason = pages.reason(problem, locale);
    return isField ? label(topic, problem.field(), locale) + ": " + reason : reason;
  }
}
