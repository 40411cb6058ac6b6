package dev.baton.engine.guard;

import dev.baton.engine.FeelExpressions;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The FEEL of decision tables, with the same limits, for expressions in forms. */
@Component
class GuardedFeelExpressions implements FeelExpressions {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedFeelExpressions.class);

  private final FeelEngine feel = FastFeelEngine.factory().createInstance();

  @Override
  @SuppressWarnings("IllegalCatch") // whatever FEEL throws, the expression has no value
  public Optional<Object> evaluate(String expression, Map<String, Object> values) {
    String plain = expression.strip();
    try {
      return Optional.ofNullable(
          feel.evaluateSimpleExpression(
              plain.startsWith("=") ? plain.substring(1) : plain,
              Variables.fromMap(values).asVariableContext()));
    } catch (RuntimeException unusable) {
      LOG.debug("FEEL '{}' has no value: {}", plain, unusable.getMessage());
      return Optional.empty();
    }
  }
}
