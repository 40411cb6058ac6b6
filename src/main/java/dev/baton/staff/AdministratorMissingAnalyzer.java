package dev.baton.staff;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains at start-up how to give the first administrator a password. */
class AdministratorMissingAnalyzer extends AbstractFailureAnalyzer<AdministratorMissing> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, AdministratorMissing cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Set BATON_ADMIN_PASSWORD to the password of the first administrator, who signs in as"
            + " 'admin', and start again. Later starts need it no more.",
        cause);
  }
}
