package dev.baton.sla.process;

import dev.baton.engine.TransientFormFields;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every variable of the flow of a clock, and what the lifecycle adds for its clocks. */
@Configuration
public class ClockVariables {

  static final String OBLIGATION_ID = "obligationId";
  static final String OBLIGATION = "obligation";
  static final String CLOCK_STATE = "clockState";
  static final String MILESTONE = "milestone";
  static final String DUE_AT = "dueAt";
  static final String PRIORITY = "priority";

  /** The obligations that need a clock, for the step that begins to watch them. */
  static final String OBLIGATIONS = "obligations";

  /** What the engine keeps. */
  public static final Set<String> KEPT =
      Set.of(OBLIGATION_ID, OBLIGATION, CLOCK_STATE, MILESTONE, DUE_AT, PRIORITY);

  /** What steps of one transaction read, and nobody keeps. */
  public static final Set<String> PASSING = Set.of(OBLIGATIONS);

  /** How the clock stands now. What it was is in the ledger, not in the engine's history. */
  private static final Set<String> WITHOUT_HISTORY =
      Set.of(
          OBLIGATIONS,
          OBLIGATION_ID,
          OBLIGATION,
          CLOCK_STATE,
          MILESTONE,
          DUE_AT,
          "loopCounter",
          "nrOfInstances",
          "nrOfActiveInstances",
          "nrOfCompletedInstances");

  @Bean
  TransientFormFields clockInput() {
    return new TransientFormFields(WITHOUT_HISTORY);
  }
}
