package dev.baton.engine.guard;

import jakarta.ws.rs.core.Response.Status;
import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializerFactory;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.variable.type.SerializableValueType;
import org.camunda.bpm.engine.variable.value.BytesValue;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The one place where a variable gets into the engine, by whatever way it came: scalars, and lists
 * and maps of them that a step of a flow hands to the next. Objects that somebody serialised,
 * files, bytes, JSON and XML are refused before anything reads them.
 */
public class ScalarVariables extends DefaultVariableSerializers {

  private static final long serialVersionUID = 1L;
  private static final String JAVA_TIME = "java.time.";

  public ScalarVariables(DefaultVariableSerializers others) {
    super(others);
  }

  @Override
  public TypedValueSerializer<?> findSerializerForValue(
      TypedValue value, VariableSerializerFactory fallback) {
    if (!isHarmless(value)) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST,
          "A variable must be a text, a number, a date, or true or false%s."
              .formatted(value.getType() == null ? "" : ", not " + value.getType().getName()));
    }
    return super.findSerializerForValue(value, fallback);
  }

  @Override
  public VariableSerializers join(VariableSerializers other) {
    return new ScalarVariables((DefaultVariableSerializers) super.join(other));
  }

  private static boolean isHarmless(TypedValue value) {
    if (value instanceof FileValue || value instanceof BytesValue) {
      return false;
    }
    if (value instanceof ObjectValue object) {
      return object.isDeserialized() && isHarmless(object.getValue());
    }
    return !(value.getType() instanceof SerializableValueType)
        && (value.getType() != null || isHarmless(value.getValue()));
  }

  private static boolean isHarmless(Object value) {
    if (value instanceof Collection<?> many) {
      return value.getClass().getName().startsWith("java.util.")
          ? many.stream().allMatch(ScalarVariables::isHarmless)
          : isOfDecision(value);
    }
    if (value instanceof Map<?, ?> map) {
      return value.getClass().getName().startsWith("java.util.")
          ? map.values().stream().allMatch(ScalarVariables::isHarmless)
          : isOfDecision(value);
    }
    return value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof java.util.Date
        || value instanceof TypedValue typed && isHarmless(typed)
        || value.getClass().getName().startsWith(JAVA_TIME)
        || isOfDecision(value);
  }

  private static boolean isOfDecision(Object value) {
    return value instanceof DmnDecisionResult || value instanceof DmnDecisionRuleResult;
  }
}
