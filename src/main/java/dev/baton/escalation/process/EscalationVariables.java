package dev.baton.escalation.process;

import dev.baton.engine.TransientFormFields;
import dev.baton.engine.release.FlowContract;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.NamedInterface;

/** Every variable of the flow of an escalation. */
@NamedInterface("variables")
@Configuration
public class EscalationVariables {

  static final String ESCALATION_ID = "escalationId";
  static final String INCIDENT_NUMBER = "incidentNumber";
  static final String TRIGGER = "trigger";
  static final String PRIORITY = "priority";
  static final String TIER = "tier";
  static final String RUNG = "rung";
  static final String FOUND = "isSomebodyThere";
  static final String CLIMBED = "isClimbed";
  static final String DUE_AT = "dueAt";
  static final String SETTLED = "isSettled";
  static final String CLIENT = "client";
  static final String SUBJECT = "subject";
  static final String MILESTONE = "milestone";

  /** For a trigger during an open escalation, until its ladder has been read. */
  static final String NEW_TRIGGER = "newTrigger";

  static final String NEW_MILESTONE = "newMilestone";

  /** Variables that the engine stores. */
  public static final Set<String> KEPT =
      Set.of(
          ESCALATION_ID,
          INCIDENT_NUMBER,
          TRIGGER,
          PRIORITY,
          TIER,
          RUNG,
          FOUND,
          CLIMBED,
          DUE_AT,
          SETTLED,
          CLIENT,
          SUBJECT,
          MILESTONE,
          NEW_TRIGGER,
          NEW_MILESTONE);

  /** Variables that people enter in the forms. */
  public static final Set<String> FORM_INPUT =
      Set.of("decision", "toTeam", "toAssignee", "newImpact", "newUrgency", "note", "moreToDecide");

  @Bean
  FlowContract escalationContract() {
    return new FlowContract(
        "escalation",
        Set.of("escalationRaised"),
        Set.of("escalationTriggered", "calledHigher", "incidentEnded"),
        Set.of("acknowledge", "decide"));
  }

  @Bean
  FlowContract coverageCheckContract() {
    return new FlowContract("coverage-check", Set.of("rotaChanged"), Set.of(), Set.of());
  }

  @Bean
  FlowContract coverageGapContract() {
    return new FlowContract(
        "coverage-gap", Set.of("coverageGapFound"), Set.of("coverageMended"), Set.of());
  }

  @Bean
  FlowContract incidentWatchContract() {
    return new FlowContract("incident-watch", Set.of("incidentStuck"), Set.of(), Set.of());
  }

  @Bean
  TransientFormFields escalationFormInput() {
    return new TransientFormFields(FORM_INPUT);
  }
}
