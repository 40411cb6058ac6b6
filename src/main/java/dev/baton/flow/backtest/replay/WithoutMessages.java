package dev.baton.flow.backtest.replay;

import dev.baton.notification.announcement.Announcements;
import dev.baton.sla.PlannedUpdateInterval;
import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Announces nothing and promises no updates: the recipients were notified long ago, and the log has
 * no messages.
 */
final class WithoutMessages implements BeanPostProcessor {

  private static final MethodInterceptor ANNOUNCES_NOTHING =
      call -> call.getMethod().getName().equals("announce") ? false : call.proceed();

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof Announcements && bean instanceof Advised announcements) {
      announcements.addAdvice(0, ANNOUNCES_NOTHING);
    }
    if (bean instanceof PlannedUpdateInterval) {
      return (PlannedUpdateInterval) (tier, priority) -> Optional.empty();
    }
    return bean;
  }
}
