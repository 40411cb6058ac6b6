package dev.baton.intake.monitoring;

import java.util.List;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Names the silences that have no effect; the desk still works, so the status stays up. */
@Component
class SilencesHealthIndicator extends AbstractHealthIndicator {

  private final Silences silences;

  SilencesHealthIndicator(Silences silences) {
    super("The silences cannot be read");
    this.silences = silences;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    List<String> broken =
        silences.list().stream()
            .filter(silence -> silence.trouble() != null)
            .map(silence -> silence.id() + ": " + silence.trouble())
            .toList();
    builder.up();
    if (!broken.isEmpty()) {
      builder.withDetail("broken", broken);
    }
  }
}
