package dev.baton.flow.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All properties of an element, in their order. */
final class ElementProperties {

  private final Map<PropertyKey, PropertyValue> values = new LinkedHashMap<>();

  void put(ChangedProperty property, String detail, String value) {
    put(property, detail, PropertyValue.of(value));
  }

  void put(ChangedProperty property, String value) {
    put(property, "", value);
  }

  /** Several of one name are told apart by their number. */
  void put(ChangedProperty property, String detail, PropertyValue value) {
    PropertyKey key = new PropertyKey(property, detail);
    for (int i = 2; values.containsKey(key); i++) {
      key = new PropertyKey(property, "%s (%d)".formatted(detail, i).strip());
    }
    values.put(key, value);
  }

  void putAll(ElementProperties others) {
    others.values.forEach((key, value) -> put(key.property(), key.detail(), value));
  }

  String shown(ChangedProperty property) {
    PropertyValue value = values.get(new PropertyKey(property, ""));
    return value == null ? "" : value.shown();
  }

  static List<PropertyChange> changes(ElementProperties before, ElementProperties after) {
    List<PropertyChange> changes = new ArrayList<>();
    Set<PropertyKey> keys = new LinkedHashSet<>(before.values.keySet());
    keys.addAll(after.values.keySet());
    for (PropertyKey key : keys) {
      PropertyValue was = before.values.get(key);
      PropertyValue is = after.values.get(key);
      if (!Objects.equals(compared(was), compared(is))) {
        boolean looksTheSame = Objects.equals(shown(was), shown(is));
        changes.add(
            PropertyChange.of(
                key.property(),
                key.detail(),
                looksTheSame ? both(was) : shown(was),
                looksTheSame ? both(is) : shown(is)));
      }
    }
    return changes;
  }

  private static String compared(PropertyValue value) {
    return value == null ? null : value.compared();
  }

  /** Two steps may have one label. */
  private static String both(PropertyValue value) {
    return "%s (%s)".formatted(value.shown(), value.compared());
  }

  private static String shown(PropertyValue value) {
    return value == null ? null : value.shown();
  }
}
