package dev.baton.admin.web.agreement;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the fields of a form contain, by name. Fields of one row share a beginning and its number,
 * such as {@code closed.3.date}.
 */
public final class FormValues {

  /** The last field of a form: the server drops fields if there are too many. */
  static final String END = "end";

  private final Map<String, String> values = new LinkedHashMap<>();

  FormValues() {}

  static FormValues of(Map<String, String> submitted) {
    FormValues form = new FormValues();
    submitted.forEach((name, value) -> form.with(name, value.strip()));
    return form;
  }

  FormValues with(String name, Object value) {
    if (value != null) {
      values.put(name, value.toString());
    }
    return this;
  }

  FormValues marked(String name, Collection<? extends Enum<?>> chosen) {
    chosen.forEach(one -> with(name + "." + one.name(), "true"));
    return this;
  }

  /** What the field contains; empty for nothing. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean is(String name) {
    return get(name).equals("true");
  }

  /** What the field contains; null for nothing. */
  String text(String name) {
    String value = get(name);
    return value.isEmpty() ? null : value;
  }

  /** The constant of this name; null if there is none. */
  static <E extends Enum<E>> E chosen(E[] all, String name) {
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  boolean isComplete() {
    return values.containsKey(END);
  }

  /** The numbers of the rows with this beginning, in order. */
  Set<Integer> rows(String beginning) {
    Pattern row = Pattern.compile(Pattern.quote(beginning) + "\\.(\\d{1,4})(?:\\..*)?");
    Set<Integer> numbers = new TreeSet<>();
    for (String name : values.keySet()) {
      Matcher found = row.matcher(name);
      if (found.matches() && !get(name).isEmpty()) {
        numbers.add(Integer.valueOf(found.group(1)));
      }
    }
    return numbers;
  }

  /** The number of the first row after those that are filled in. */
  int next(String beginning) {
    return rows(beginning).stream().reduce((first, last) -> last).map(last -> last + 1).orElse(0);
  }
}
