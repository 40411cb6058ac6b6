package dev.baton.flow.proposal.trial;

import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a trial may use. */
@Component
class TrialSettings {

  private final Duration timeLimit;
  private final int memory;
  private final Map<String, String> environment;

  TrialSettings(
      @Value("${baton.trial.time-limit:PT30M}") Duration timeLimit,
      @Value("${baton.trial.memory:512}") int memory,
      @Value("${baton.trial.db.url:${baton.db.url:}}") String url,
      @Value("${baton.trial.db.user:${baton.db.user:}}") String user,
      @Value("${baton.trial.db.password:${baton.db.password:}}") String password) {
    this.timeLimit = timeLimit;
    this.memory = memory;
    this.environment =
        Map.of("BATON_DB_URL", url, "BATON_DB_USER", user, "BATON_DB_PASSWORD", password);
  }

  /** How long it may take. */
  Duration timeLimit() {
    return timeLimit;
  }

  /** Of its program at most, in megabytes. */
  int memory() {
    return memory;
  }

  /**
   * For the program, which reads from there where their scratch schemas are; an empty address
   * stands for an embedded server of their own.
   */
  Map<String, String> environment() {
    return environment;
  }
}
