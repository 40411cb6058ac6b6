package dev.baton.admin.retention;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes old records every night, on the node that comes first. */
@Component
class RetentionSchedule {

  private final Retention retention;

  RetentionSchedule(Retention retention) {
    this.retention = retention;
  }

  @Scheduled(cron = "0 30 3 * * *", zone = "UTC")
  void run() {
    retention.runOncePerDay();
  }
}
