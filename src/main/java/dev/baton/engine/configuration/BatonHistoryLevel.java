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
 * Full history, but for four things. What people type into forms is checked and stored by Baton,
 * and the engine keeps no copy of it. Each former value of a variable: the variables are hints, and
 * what happened stands in the journal and the ledger. What a module stores itself of a decision.
 * And jobs that were made or succeeded: those that failed are kept.
 */
class BatonHistoryLevel extends AbstractHistoryLevel {

  private static final Set<HistoryEventTypes> NOT_KEPT =
      EnumSet.of(
          HistoryEventTypes.FORM_PROPERTY_UPDATE,
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
          HistoryEventTypes.JOB_CREATE,
          HistoryEventTypes.JOB_SUCCESS);

  private final Set<String> formInput;
  private final Set<String> decisions;

  private BatonHistoryLevel(Set<String> formInput, Set<String> decisions) {
    this.formInput = Set.copyOf(formInput);
    this.decisions = Set.copyOf(decisions);
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
    if (eventType instanceof HistoryEventTypes type && NOT_KEPT.contains(type)) {
      return false;
    }
    if (entity instanceof DmnDecision decision && decisions.contains(decision.getKey())) {
      return false;
    }
    return !(entity instanceof VariableInstance variable && formInput.contains(variable.getName()));
  }

  static HistoryLevel without(Set<String> formInput, Set<String> decisions) {
    return new BatonHistoryLevel(formInput, decisions);
  }
}
