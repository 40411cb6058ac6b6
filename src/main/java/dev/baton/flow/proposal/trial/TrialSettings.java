package dev.baton.flow.proposal.trial;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * What a trial may use.
 *
 * @param timeLimit how long it may take
 * @param memory of each of its two programs at most, in megabytes
 * @param url where its scratch schemas are; empty for an embedded server of its own
 */
@Component
record TrialSettings(
    @Value("${baton.trial.time-limit:PT30M}") Duration timeLimit,
    @Value("${baton.trial.memory:512}") int memory,
    @Value("${baton.trial.db.url:${baton.db.url:}}") String url,
    @Value("${baton.trial.db.user:${baton.db.user:}}") String user,
    @Value("${baton.trial.db.password:${baton.db.password:}}") String password) {

  /** For the programs, which read the address of their server from there. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("BATON_DB_URL", StringUtils.hasText(url) ? url : "");
    environment.put("BATON_DB_USER", user);
    environment.put("BATON_DB_PASSWORD", password);
    return environment;
  }
}
