package dev.baton.flow.backtest.replay;

import dev.baton.escalation.Escalations;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Prevents escalations. Without a rota no one could respond, and each escalation would notify the
 * top of the ladder every hour for months.
 */
final class WithoutLadder implements BeanPostProcessor {

  private static final MethodInterceptor RAISES_NOTHING =
      call -> call.getMethod().getName().equals("raise") ? null : call.proceed();

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof Escalations && bean instanceof Advised escalations) {
      escalations.addAdvice(0, RAISES_NOTHING);
    }
    return bean;
  }
}
