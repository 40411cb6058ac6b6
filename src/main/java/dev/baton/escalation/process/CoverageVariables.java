package dev.baton.escalation.process;

import dev.baton.escalation.CoveragePlace;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Every variable of the flows that look after the coverage. */
public final class CoverageVariables {

  static final String PLACE = "place";
  static final String DUE_AT = "dueAt";
  static final String MENDED = "isMended";

  /** What the engine keeps. */
  public static final Set<String> KEPT = Set.of(PLACE, DUE_AT, MENDED);

  private CoverageVariables() {}

  /** The team or the desk of which the flow is; all of them where it does not say. */
  static CoveragePlace place(VariableScope scope) {
    String place = (String) scope.getVariable(PLACE);
    return place == null ? CoveragePlace.ALL : new CoveragePlace(place);
  }
}
