package dev.baton.engine.configuration;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.runtime.VariableInstance;

/**
 * Full history, with four exceptions. Form input, which Baton checks and stores itself. Former
 * values of variables, since the variables are only hints and the journal and the ledger hold what
 * happened. Decisions whose results a module stores itself. And created or successful jobs; failed
 * jobs are kept.
 */
class BatonHistoryLevel extends AbstractHistoryLevel {

  private static final Set<HistoryEventTypes> NOT_KEPT =
      EnumSet.of(
          HistoryEventTypes.FORM_PROPERTY_UPDATE,
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
          HistoryEventTypes.JOB_CREATE,
          HistoryEventTypes.JOB_SUCCESS);

  private static final Set<HistoryEventTypes> OF_STEPS =
      EnumSet.of(
          HistoryEventTypes.PROCESS_INSTANCE_START,
          HistoryEventTypes.PROCESS_INSTANCE_UPDATE,
          HistoryEventTypes.PROCESS_INSTANCE_MIGRATE,
          HistoryEventTypes.PROCESS_INSTANCE_END,
          HistoryEventTypes.ACTIVITY_INSTANCE_START,
          HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
          HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
          HistoryEventTypes.ACTIVITY_INSTANCE_END,
          HistoryEventTypes.TASK_INSTANCE_CREATE,
          HistoryEventTypes.TASK_INSTANCE_UPDATE,
          HistoryEventTypes.TASK_INSTANCE_MIGRATE,
          HistoryEventTypes.TASK_INSTANCE_COMPLETE,
          HistoryEventTypes.TASK_INSTANCE_DELETE,
          HistoryEventTypes.IDENTITY_LINK_ADD,
          HistoryEventTypes.IDENTITY_LINK_DELETE);

  private final Set<String> formInput;
  private final Set<String> decisions;
  private final boolean ofStepsOnly;

  private BatonHistoryLevel(Set<String> formInput, Set<String> decisions, boolean ofStepsOnly) {
    this.formInput = Set.copyOf(formInput);
    this.decisions = Set.copyOf(decisions);
    this.ofStepsOnly = ofStepsOnly;
  }

  @Override
  public int getId() {
    return 25;
  }

  @Override
  public String getName() {
    return "desk";
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
    if (eventType instanceof HistoryEventTypes type
        && (NOT_KEPT.contains(type) || ofStepsOnly && !OF_STEPS.contains(type))) {
      return false;
    }
    if (entity instanceof DmnDecision decision && decisions.contains(decision.getKey())) {
      return false;
    }
    return !(entity instanceof VariableInstance variable && formInput.contains(variable.getName()));
  }

  /**
   * @param ofStepsOnly where the database is thrown away: {@link dev.baton.engine.HistoryOfSteps}
   */
  static HistoryLevel without(Set<String> formInput, Set<String> decisions, boolean ofStepsOnly) {
    return new BatonHistoryLevel(formInput, decisions, ofStepsOnly);
  }
}
