package dev.baton.flow.backtest;

import dev.baton.notification.Announcements;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Announces nothing: what is replayed was told to its readers long ago. */
final class WithoutMessages implements BeanPostProcessor {

  private static final MethodInterceptor ANNOUNCES_NOTHING =
      call -> call.getMethod().getName().equals("announce") ? false : call.proceed();

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof Announcements && bean instanceof Advised announcements) {
      announcements.addAdvice(0, ANNOUNCES_NOTHING);
    }
    return bean;
  }
}
