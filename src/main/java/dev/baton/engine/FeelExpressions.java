package dev.baton.engine;

import java.util.Map;
import java.util.Optional;

/** Evaluates FEEL as it stands in the forms of an owner. It takes scalars, and lists of them. */
public interface FeelExpressions {

  /**
   * Evaluates the expression.
   *
   * @param expression with or without the leading {@code =} of a form
   * @return empty if it gives nothing, or cannot be evaluated with these values
   */
  Optional<Object> evaluate(String expression, Map<String, Object> values);
}
