package dev.baton.engine.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.ReservedVariables;
import dev.baton.engine.TrustedEngineAccess;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What is taken from a person who reaches the engine directly, by Tasklist, Cockpit or the engine's
 * REST API: the fields of the form in front of them, and scalars alone. Baton's own use cases come
 * through {@link TrustedEngineAccess}, and steps of a flow run for nobody or inside a command: both
 * have checked what they bring.
 */
final class UserInputRules {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FIELD_OF_PAGE =
      Pattern.compile("cam-variable-name\\s*=\\s*[\"']([^\"']+)[\"']");

  /** The names under which flows keep which object of the desk they are about. */
  private static final Pattern WHAT_IT_IS_ABOUT =
      Pattern.compile(
          ".+(Id|Ids|Number|Key)|cluster|clusters|person|place|source|obligations|notifications"
              + "|loopCounter|nrOf.+|resolvedBy|taskKind");

  private UserInputRules() {}

  /** Whether a person calls from outside, as opposed to a use case or a step of a flow. */
  static boolean isFrom(Authentication person) {
    CommandContext running = Context.getCommandContext();
    return person != null && person.getUserId() != null && running == null;
  }

  /** Returns the values of the form's fields and drops all others. */
  static Map<String, Object> ofForm(Set<String> fields, Map<String, ?> sent) {
    Map<String, Object> taken = new HashMap<>();
    if (sent != null) {
      for (String name : sent.keySet()) {
        if (fields.contains(name) && !ReservedVariables.contains(name)) {
          taken.put(name, scalar(name, value(sent, name)));
        }
      }
    }
    return taken;
  }

  /** As it was sent: the map would read an object to hand out what is in it. */
  private static Object value(Map<String, ?> sent, String name) {
    return sent instanceof VariableMap typed ? typed.getValueTyped(name) : sent.get(name);
  }

  /**
   * Checks that all are scalars.
   *
   * @throws InvalidRequestException 400 if one is not
   */
  static void checkScalars(Map<String, ?> sent) {
    sent.keySet().forEach(name -> scalar(name, value(sent, name)));
  }

  /**
   * Checks whether a person who repairs a flow may set these: scalars, and nothing that turns the
   * flow to another incident, escalation, promise or message.
   *
   * @throws InvalidRequestException 400 when not
   */
  static void checkMended(Map<String, ?> sent) {
    sent.keySet().forEach(UserInputRules::checkName);
    checkScalars(sent);
  }

  static void checkMended(String name, Object value) {
    checkName(name);
    scalar(name, value);
  }

  static void checkName(String name) {
    if (name != null && WHAT_IT_IS_ABOUT.matcher(name).matches()) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST, "The variable '%s' is the flow's own.".formatted(name));
    }
  }

  /**
   * The value itself.
   *
   * @throws InvalidRequestException 400 if it is not a scalar
   */
  static Object scalar(String name, Object value) {
    Object plain = value instanceof TypedValue typed ? scalarOf(typed) : value;
    if (plain == null
        || plain instanceof String
        || plain instanceof Number
        || plain instanceof Boolean
        || plain instanceof Date) {
      return value;
    }
    throw new InvalidRequestException(
        Status.BAD_REQUEST,
        "The variable '%s' must be a text, a number, a date, or true or false.".formatted(name));
  }

  private static Object scalarOf(TypedValue typed) {
    boolean isPlain = typed.getType() == null || typed instanceof PrimitiveValue;
    return isPlain ? typed.getValue() : typed.getType();
  }

  /** Returns the names of all fields of a form, including nested ones. */
  static Set<String> fields(FormData data, Supplier<InputStream> form) {
    Set<String> names = new HashSet<>();
    if (data != null) {
      data.getFormFields().stream().map(FormField::getId).forEach(names::add);
      if (data.getFormKey() != null || data.getCamundaFormRef() != null) {
        names.addAll(deployed(form));
      }
    }
    return names;
  }

  private static Set<String> deployed(Supplier<InputStream> form) {
    Set<String> names = new HashSet<>();
    try (InputStream stored = form.get()) {
      String text = new String(stored.readAllBytes(), StandardCharsets.UTF_8);
      if (text.stripLeading().startsWith("{")) {
        collect(JSON.readTree(text), names);
      } else {
        FIELD_OF_PAGE.matcher(text).results().forEach(field -> names.add(field.group(1)));
      }
    } catch (AuthorizationException refused) {
      throw refused;
    } catch (IOException | ProcessEngineException noForm) {
      return names; // a form that nobody can read has no fields
    }
    return names;
  }

  private static void collect(JsonNode node, Set<String> names) {
    if (node.path("key").isTextual()) {
      names.add(node.path("key").asText());
    }
    node.path("components").forEach(inner -> collect(inner, names));
  }

  /** What no role may do from outside: flows are told and started by Baton's use cases. */
  static AuthorizationException refused(String what) {
    return new AuthorizationException(
        what + " is not open to people: Baton's own API and pages do it.");
  }
}
