package dev.baton.admin.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the fields of a form contain, by their names; a field without a value is left out. */
public final class SettingsValues {

  private final Map<String, List<String>> values = new TreeMap<>();

  /** As it came from a form: without blank values and spaces around them. */
  static SettingsValues submitted(List<SettingsField> fields, Map<String, List<String>> given) {
    SettingsValues submitted = new SettingsValues();
    for (SettingsField field : fields) {
      List<String> values = given.getOrDefault(field.name(), List.of());
      submitted.set(
          field.name(),
          switch (field.kind()) {
            case LINES -> values.stream().flatMap(String::lines).toList();
            case LONG_TEXT -> values.stream().map(one -> one.replace("\r\n", "\n")).toList();
            default -> values;
          });
    }
    return submitted;
  }

  /** A copy that can be changed by itself. */
  SettingsValues copy() {
    SettingsValues copy = new SettingsValues();
    copy.values.putAll(values);
    return copy;
  }

  /** The same with this value; null or blank for none. */
  public SettingsValues with(String field, Object value) {
    return set(field, value == null ? List.of() : List.of(value.toString()));
  }

  /** The same with a switch. */
  public SettingsValues with(String field, boolean isOn) {
    return set(field, isOn ? List.of("true") : List.of());
  }

  /** The same with several values. */
  public SettingsValues withAll(String field, Collection<?> all) {
    return set(field, all.stream().map(Object::toString).toList());
  }

  private SettingsValues set(String field, List<String> given) {
    List<String> kept = given.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    if (kept.isEmpty()) {
      values.remove(field);
    } else {
      values.put(field, kept);
    }
    return this;
  }

  /** The field's value; null if it has none. */
  public String text(String field) {
    return values.containsKey(field) ? values.get(field).get(0) : null;
  }

  /** The field's values. */
  public List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  /** Whether the switch is on. */
  public boolean isOn(String field) {
    return values.containsKey(field);
  }

  /** The number of a field that was checked; the other if it has none. */
  public int number(String field, int otherwise) {
    return values.containsKey(field) ? Integer.parseInt(text(field)) : otherwise;
  }

  /** The constant of a field that was checked; null if it has none. */
  public <E extends Enum<E>> E constant(String field, Class<E> type) {
    return values.containsKey(field) ? Enum.valueOf(type, text(field)) : null;
  }

  /** Tells two versions apart. */
  String fingerprint() {
    try {
      byte[] text =
          values.entrySet().stream()
              .map(one -> one.getKey() + "=" + String.join("\n", one.getValue()))
              .collect(Collectors.joining("\0"))
              .getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
