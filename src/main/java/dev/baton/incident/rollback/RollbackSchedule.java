package dev.baton.incident.rollback;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has each node look for a failing release, unless the operator forbids rollbacks. */
@Component
@ConditionalOnProperty(name = "baton.flow.go-back", matchIfMissing = true)
class RollbackSchedule {

  private static final Logger log = LoggerFactory.getLogger(RollbackSchedule.class);

  private final RollBackRelease rollBack;

  RollbackSchedule(RollBackRelease rollBack) {
    this.rollBack = rollBack;
  }

  @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT15S")
  void check() {
    try {
      rollBack.check();
    } catch (RuntimeException e) {
      log.warn("The look for a failing release failed; the next one is in 15 seconds", e);
    }
  }
}
