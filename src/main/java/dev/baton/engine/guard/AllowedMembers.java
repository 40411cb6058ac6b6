package dev.baton.engine.guard;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.joda.time.DateTime;

/** The members that an expression may use; it can reach nothing else, and no class at all. */
class AllowedMembers extends BeanELResolver {

  private static final Set<String> VARIABLES =
      Set.of("getVariable", "getVariableLocal", "hasVariable", "hasVariableLocal");

  private static final Map<Class<?>, Set<String>> MEMBERS =
      Map.of(
          DelegateExecution.class,
          Set.of(
              "processBusinessKey",
              "businessKey",
              "id",
              "processInstanceId",
              "processDefinitionId",
              "currentActivityId",
              "currentActivityName",
              "getProcessBusinessKey",
              "getBusinessKey",
              "getProcessInstanceId",
              "getCurrentActivityId"),
          DelegateTask.class,
          Set.of(
              "id",
              "name",
              "assignee",
              "owner",
              "description",
              "priority",
              "dueDate",
              "followUpDate",
              "createTime",
              "taskDefinitionKey",
              "processInstanceId",
              "getName",
              "getAssignee",
              "getTaskDefinitionKey"),
          DateTime.class,
          Set.of(
              "plusMinutes",
              "plusHours",
              "plusDays",
              "plusWeeks",
              "plusMonths",
              "plusYears",
              "minusMinutes",
              "minusHours",
              "minusDays",
              "minusWeeks",
              "minusMonths",
              "minusYears",
              "withTimeAtStartOfDay",
              "toDate",
              "toString"),
          Date.class,
          Set.of("time", "getTime", "before", "after"),
          CharSequence.class,
          Set.of(
              "empty",
              "isEmpty",
              "length",
              "contains",
              "startsWith",
              "endsWith",
              "equals",
              "equalsIgnoreCase",
              "toLowerCase",
              "toUpperCase",
              "trim",
              "substring",
              "indexOf"),
          Number.class,
          Set.of("intValue", "longValue", "doubleValue", "toString"),
          Collection.class,
          Set.of("empty", "isEmpty", "size", "contains"),
          Map.class,
          Set.of("isEmpty", "size", "containsKey", "get"));

  AllowedMembers() {
    super(true);
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base == null || base instanceof Map || base instanceof List) {
      return null; // the resolvers of variables, maps and lists know
    }
    if (!isHarmless(base, property)) {
      throw new PropertyNotFoundException(refusal(property));
    }
    return super.getValue(context, base, property);
  }

  @Override
  public Object invoke(
      ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
    if (base == null) {
      return null;
    }
    if (!isHarmless(base, method)) {
      throw new MethodNotFoundException(refusal(method));
    }
    return super.invoke(context, base, method, types, parameters);
  }

  private static boolean isHarmless(Object base, Object member) {
    String name = String.valueOf(member);
    return MEMBERS.entrySet().stream()
        .filter(type -> type.getKey().isInstance(base))
        .anyMatch(type -> type.getValue().contains(name) || isVariable(type.getKey(), name));
  }

  private static boolean isVariable(Class<?> type, String name) {
    return (type == DelegateExecution.class || type == DelegateTask.class)
        && VARIABLES.contains(name);
  }

  /** Whether an expression may use this member of any object. */
  static boolean isKnown(String name) {
    return VARIABLES.contains(name)
        || MEMBERS.values().stream().anyMatch(names -> names.contains(name));
  }

  private static String refusal(Object member) {
    return "Expressions may not ask for '" + member + "' here.";
  }
}
