package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Asks for the right to an operation before its parameters and its body are read. Which incident or
 * client it is about, the operation itself looks at.
 */
@Component
class RightsFirst implements HandlerInterceptor, WebMvcConfigurer {

  private final ApiRights rights;

  RightsFirst(ApiRights rights) {
    this.rights = rights;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod operation) {
      Requires needed = operation.getMethodAnnotation(Requires.class);
      if (needed != null && !isOwn(needed, request)) {
        for (Act act : needed.value()) {
          rights.allow(act);
        }
      }
    }
    return true;
  }

  private static boolean isOwn(Requires needed, HttpServletRequest request) {
    return !needed.orIsOwn().isEmpty()
        && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        && request.getUserPrincipal() != null
        && request.getUserPrincipal().getName().equals(variables.get(needed.orIsOwn()));
  }
}
