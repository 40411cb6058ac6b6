package dev.baton.flow.forecast;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What was decided about lately.
 *
 * @param inputs variables by name; a value may be null
 * @param count how many such cases there were
 */
record DecidedCase(Map<String, Object> inputs, int count) {

  /** The inputs of these names alone. */
  Map<String, Object> inputs(Set<String> names) {
    Map<String, Object> some = new HashMap<>(inputs);
    some.keySet().retainAll(names);
    return some;
  }
}
