package dev.baton.engine;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.runtime.VariableInstance;

/**
 * Full history, but for three things. What people type into forms is checked and stored by Baton,
 * and the engine keeps no copy of it. Each former value of a variable: the variables are hints, and
 * what happened stands in the journal and the ledger. And jobs that were made or succeeded: those
 * that failed are kept.
 */
class DeskHistory extends AbstractHistoryLevel {

  private static final Set<HistoryEventTypes> NOT_KEPT =
      EnumSet.of(
          HistoryEventTypes.FORM_PROPERTY_UPDATE,
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
          HistoryEventTypes.JOB_CREATE,
          HistoryEventTypes.JOB_SUCCESS);

  private final Set<String> formInput;

  DeskHistory(Set<String> formInput) {
    this.formInput = Set.copyOf(formInput);
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
    return !(entity instanceof VariableInstance variable && formInput.contains(variable.getName()));
  }

  static HistoryLevel without(Set<String> formInput) {
    return new DeskHistory(formInput);
  }
}
