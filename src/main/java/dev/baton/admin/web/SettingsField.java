package dev.baton.admin.web;

import dev.baton.web.text.LocalizableText;
import java.util.Arrays;
import java.util.List;

/**
 * A field of a form of settings. Its label is the text {@code admin.topic.name}; its hint, if there
 * is one, is {@code admin.topic.name.hint}.
 *
 * @param fixed whether it is set once, when the thing is new
 * @param longest the most characters; 0 where that has no meaning
 * @param least the smallest number
 * @param most the greatest number
 * @param options what can be chosen; empty where anything can be entered
 * @param suggestions address that suggests values while somebody types; null for none
 */
public record SettingsField(
    String name,
    Kind kind,
    boolean required,
    boolean fixed,
    int longest,
    int least,
    int most,
    List<Option> options,
    String suggestions) {

  /** How a field is entered. */
  public enum Kind {
    TEXT,
    /** One value on each line. */
    LINES,
    /** A text of several lines. */
    LONG_TEXT,
    NUMBER,
    /** A date and a time of day in the visitor's zone, such as 2026-11-30T09:00. */
    TIME,
    CHOICE,
    CHOICES,
    SWITCH,
    /** Never shown; left empty, it stays as it is. */
    SECRET
  }

  /**
   * Something to choose.
   *
   * @param label in the reader's language
   */
  public record Option(String value, LocalizableText label) {

    /** One that has the same name in all languages. */
    public static Option named(String value, String name) {
      return new Option(value, LocalizableText.of("admin.plain", name));
    }
  }

  public static SettingsField text(String name, int longest) {
    return of(name, Kind.TEXT, longest, 0, 0, List.of());
  }

  public static SettingsField lines(String name, int longest) {
    return of(name, Kind.LINES, longest, 0, 0, List.of());
  }

  public static SettingsField longText(String name, int longest) {
    return of(name, Kind.LONG_TEXT, longest, 0, 0, List.of());
  }

  public static SettingsField number(String name, int least, int most) {
    return of(name, Kind.NUMBER, 0, least, most, List.of());
  }

  public static SettingsField time(String name) {
    return of(name, Kind.TIME, 0, 0, 0, List.of());
  }

  public static SettingsField choice(String name, List<Option> options) {
    return of(name, Kind.CHOICE, 0, 0, 0, options);
  }

  public static SettingsField choices(String name, List<Option> options) {
    return of(name, Kind.CHOICES, 0, 0, 0, options);
  }

  public static SettingsField yesOrNo(String name) {
    return of(name, Kind.SWITCH, 0, 0, 0, List.of());
  }

  public static SettingsField secret(String name, int longest) {
    return of(name, Kind.SECRET, longest, 0, 0, List.of());
  }

  /** The constants as options; their labels are {@code prefix.CONSTANT}. */
  public static <E extends Enum<E>> List<Option> options(String prefix, E[] constants) {
    return Arrays.stream(constants)
        .map(one -> new Option(one.name(), LocalizableText.name(prefix, one)))
        .toList();
  }

  private static SettingsField of(
      String name, Kind kind, int longest, int least, int most, List<Option> options) {
    return new SettingsField(name, kind, false, false, longest, least, most, options, null);
  }

  /** The same, and it must have a value. */
  public SettingsField needed() {
    return new SettingsField(name, kind, true, fixed, longest, least, most, options, suggestions);
  }

  /** The same, and it is set once. */
  public SettingsField once() {
    return new SettingsField(
        name, kind, required, true, longest, least, most, options, suggestions);
  }

  /** Whether it says what happens when the thing is registered, and is no part of it afterwards. */
  boolean isForNewOnly() {
    return fixed && kind == Kind.SWITCH;
  }

  /** The same, with suggestions from {@link SettingsChoices}. */
  public SettingsField suggesting(String choices) {
    return new SettingsField(
        name,
        kind,
        required,
        fixed,
        longest,
        least,
        most,
        options,
        AdminLayout.PATH + "/choices/" + choices);
  }
}
