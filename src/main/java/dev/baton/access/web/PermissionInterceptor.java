package dev.baton.access.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
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
 * Checks an operation's permission before its parameters and its body are read. The operation
 * itself checks which incident or client it is about.
 */
@Component
class PermissionInterceptor implements HandlerInterceptor, WebMvcConfigurer {

  private final AccessControl rights;

  PermissionInterceptor(AccessControl rights) {
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
      EndpointPermission needed = operation.getMethodAnnotation(EndpointPermission.class);
      if (needed != null && !isOwn(needed, request)) {
        for (Permission act : needed.value()) {
          rights.allow(act);
        }
      }
    }
    return true;
  }

  private static boolean isOwn(EndpointPermission needed, HttpServletRequest request) {
    return !needed.orIsOwn().isEmpty()
        && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        && request.getUserPrincipal() != null
        && request.getUserPrincipal().getName().equals(variables.get(needed.orIsOwn()));
  }
}
