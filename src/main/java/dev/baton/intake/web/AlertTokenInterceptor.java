package dev.baton.intake.web;

import dev.baton.intake.monitoring.MonitoringSource;
import dev.baton.intake.monitoring.MonitoringSources;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Rejects alerts without the source's token before the body is read: a parsed body needs many times
 * the memory of the raw one.
 */
@Component
class AlertTokenInterceptor implements HandlerInterceptor, WebMvcConfigurer {

  /** The attribute of a request with the {@link MonitoringSource} whose token it carries. */
  static final String SENDER = "baton.monitoring-source";

  private static final String BEARER = "Bearer ";

  private final MonitoringSources sources;

  AlertTokenInterceptor(MonitoringSources sources) {
    this.sources = sources;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod operation
        && AlertController.class.isAssignableFrom(operation.getBeanType())) {
      request.setAttribute(SENDER, sender(request));
    }
    return true;
  }

  private MonitoringSource sender(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    String token =
        authorization != null && authorization.startsWith(BEARER)
            ? authorization.substring(BEARER.length()).strip()
            : "";
    return sources
        .authenticate(source(request), token)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.UNAUTHORIZED, "Send the token of this source as a bearer token."));
  }

  private static String source(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        ? String.valueOf(variables.get("source"))
        : "";
  }
}
