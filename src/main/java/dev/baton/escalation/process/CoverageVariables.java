package dev.baton.escalation.process;

import dev.baton.engine.BusinessKey;
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

  /**
   * The team or the desk of which the flow is; all of them where it does not say.
   *
   * @throws IllegalStateException when the flow's business key says another one
   */
  static CoveragePlace place(VariableScope scope) {
    String given = (String) scope.getVariable(PLACE);
    CoveragePlace place = given == null ? CoveragePlace.ALL : new CoveragePlace(given);
    String key = BusinessKey.of(scope);
    if (key != null && !place.isCalled(key)) {
      throw new IllegalStateException(
          "The flow is about the coverage of '%s', not '%s'.".formatted(key, place.key()));
    }
    return place;
  }
}
