package dev.baton.flow.backtest.replay;

import dev.baton.incident.IncidentNumber;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.announcement.Announcements;
import dev.baton.notification.announcement.Announcements.News;
import dev.baton.sla.PlannedUpdateInterval;
import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Announces nothing and promises no updates: the recipients were notified long ago, and the log has
 * no messages. What would have been announced is noted.
 */
final class WithoutMessages implements BeanPostProcessor {

  private final MethodInterceptor announcesNothing;

  WithoutMessages(AnnouncedEvents noted) {
    this.announcesNothing =
        call -> {
          if (!call.getMethod().getName().equals("announce")) {
            return call.proceed();
          }
          noted.add(news(call));
          return false;
        };
  }

  private static News news(MethodInvocation call) {
    Object[] given = call.getArguments();
    return given[0] instanceof News news
        ? news
        : new News(
            (IncidentNumber) given[0],
            (NotificationEvent) given[1],
            (String) given[2],
            (String) given[3],
            null,
            null,
            null);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof Announcements && bean instanceof Advised announcements) {
      announcements.addAdvice(0, announcesNothing);
    }
    if (bean instanceof PlannedUpdateInterval) {
      return (PlannedUpdateInterval) (tier, priority) -> Optional.empty();
    }
    return bean;
  }
}
