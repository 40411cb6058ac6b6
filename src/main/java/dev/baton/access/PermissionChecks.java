package dev.baton.access;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationUtils;

/** Checks the permission before a use case and its transaction begin. */
@Configuration(proxyBeanMethods = false)
class PermissionChecks {

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor rightsOfUseCases(ObjectProvider<AccessControl> rights) {
    DefaultPointcutAdvisor advisor =
        new DefaultPointcutAdvisor(
            AnnotationMatchingPointcut.forMethodAnnotation(RequiresPermission.class),
            new Guard(rights));
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  /** Allows calls from within a permitted use case. */
  private static final class Guard implements MethodInterceptor {

    private final ObjectProvider<AccessControl> rights;
    private final ThreadLocal<Boolean> within = new ThreadLocal<>();

    Guard(ObjectProvider<AccessControl> rights) {
      this.rights = rights;
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
      if (within.get() != null) {
        return call.proceed();
      }
      rights
          .getObject()
          .check(
              AnnotationUtils.findAnnotation(call.getMethod(), RequiresPermission.class).value());
      within.set(true);
      try {
        return call.proceed();
      } finally {
        within.remove();
      }
    }
  }
}
