package dev.baton.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.engine.FormTranslation;
import dev.baton.engine.Translation;
import dev.baton.engine.UserTaskDescriptions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers Tasklist in the language of its reader: forms, and the names of tasks and flows, as far
 * as the models say them. All others get what the engine answers: Cockpit shows names beside the
 * diagram, programs compare them.
 */
@Component
@Order(EngineRequestFilter.AFTER_SIGN_IN + 2)
class TasklistLanguage extends OncePerRequestFilter {

  private static final String ENGINE = "/camunda/api/engine/engine/[^/]+/";
  private static final Pattern FORM =
      Pattern.compile(
          ENGINE + "(task/[^/]+/deployed-form|process-definition/.+/deployed-start-form)");
  private static final Pattern NAMES =
      Pattern.compile(
          ENGINE
              + "(task(/[^/]+)?|filter/[^/]+/(list|singleResult)|process-definition(/key)?(/[^/]+)?)");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final UserTaskDescriptions descriptions;

  TasklistLanguage(UserTaskDescriptions descriptions) {
    this.descriptions = descriptions;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String page = request.getHeader("Referer");
    return page == null
        || !page.contains("/app/tasklist/")
        || !Translation.LANGUAGES.contains(request.getLocale().getLanguage())
        || !NAMES.matcher(path(request)).matches() && !isForm(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    if (answer.getStatus() == HttpServletResponse.SC_OK && answer.getContentSize() > 0) {
      byte[] translated =
          translated(answer.getContentAsByteArray(), isForm(request), request.getLocale());
      answer.resetBuffer();
      answer.getOutputStream().write(translated);
    }
    answer.copyBodyToResponse();
  }

  private byte[] translated(byte[] body, boolean isForm, Locale reader) throws IOException {
    try {
      JsonNode read = JSON.readTree(body);
      if (!isForm) {
        rename(read, reader);
      }
      return JSON.writeValueAsBytes(isForm ? FormTranslation.of(read, reader) : read);
    } catch (JsonProcessingException otherKind) {
      return body; // a form may be HTML
    }
  }

  private void rename(JsonNode node, Locale reader) {
    node.forEach(inner -> rename(inner, reader));
    if (node instanceof ObjectNode named && named.path("name").isTextual()) {
      String flow = named.path("processDefinitionId").asText(null);
      String step = named.path("taskDefinitionKey").asText(null);
      if (flow != null && step != null) {
        put(named, flow, step, reader);
      } else if (named.path("key").isTextual() && named.path("deploymentId").isTextual()) {
        put(named, named.path("id").asText(), null, reader);
      }
    }
  }

  private void put(ObjectNode named, String flow, String step, Locale reader) {
    descriptions.name(flow, step, reader).ifPresent(name -> named.put("name", name));
  }

  private static boolean isForm(HttpServletRequest request) {
    return FORM.matcher(path(request)).matches();
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
