package dev.baton.sla.process;

import dev.baton.engine.TransientFormFields;
import dev.baton.engine.release.FlowContract;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.NamedInterface;

/** Every variable of the clock flow, and those the lifecycle adds for its clocks. */
@NamedInterface("variables")
@Configuration
public class ClockVariables {

  static final String OBLIGATION_ID = "obligationId";
  static final String OBLIGATION = "obligation";
  static final String CLOCK_STATE = "clockState";
  static final String MILESTONE = "milestone";
  static final String DUE_AT = "dueAt";
  static final String PRIORITY = "priority";

  /** What was recorded last: {@code atRisk}, {@code pastDue}, or {@code nothing} new. */
  static final String REACHED = "reached";

  /** The obligations that need a clock, for the step that starts watching them. */
  static final String OBLIGATIONS = "obligations";

  /** Variables that the engine stores. */
  public static final Set<String> KEPT =
      Set.of(OBLIGATION_ID, OBLIGATION, CLOCK_STATE, MILESTONE, DUE_AT, PRIORITY);

  /** Variables that pass between steps of one transaction and are not stored. */
  public static final Set<String> PASSING = Set.of(OBLIGATIONS, REACHED);

  /** The current state of the clock. Its past is in the ledger, not in the engine's history. */
  private static final Set<String> WITHOUT_HISTORY =
      Set.of(
          OBLIGATIONS,
          REACHED,
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
  FlowContract clockContract() {
    return new FlowContract(
        "sla-clock",
        Set.of(),
        Set.of("clockResumed", "clockPaused", "clockRetargeted", "clockMet", "clockStopped"),
        Set.of());
  }

  @Bean
  TransientFormFields clockInput() {
    return new TransientFormFields(WITHOUT_HISTORY);
  }
}
