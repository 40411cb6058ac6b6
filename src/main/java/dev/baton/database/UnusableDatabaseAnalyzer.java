package dev.baton.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal as a few plain words instead of a stack trace. */
class UnusableDatabaseAnalyzer extends AbstractFailureAnalyzer<UnusableDatabase> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableDatabase cause) {
    return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
  }
}
