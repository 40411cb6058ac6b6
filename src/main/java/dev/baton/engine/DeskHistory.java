package dev.baton.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.runtime.VariableInstance;

/**
 * Full history, but for what people type into forms: such text is checked and stored by Baton, and
 * the engine keeps no copy of it.
 */
class DeskHistory extends AbstractHistoryLevel {

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
    if (eventType == HistoryEventTypes.FORM_PROPERTY_UPDATE) {
      return false;
    }
    return !(entity instanceof VariableInstance variable && formInput.contains(variable.getName()));
  }

  static HistoryLevel without(Set<String> formInput) {
    return new DeskHistory(formInput);
  }
}
