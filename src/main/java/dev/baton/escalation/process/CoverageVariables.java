package dev.baton.escalation.process;

import dev.baton.engine.BusinessKey;
import dev.baton.escalation.coverage.CoverageScope;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.modulith.NamedInterface;

/** Every variable of the flows that look after the coverage. */
@NamedInterface("variables")
public final class CoverageVariables {

  static final String PLACE = "place";
  static final String DUE_AT = "dueAt";
  static final String MENDED = "isMended";

  /** Variables that the engine stores. */
  public static final Set<String> KEPT = Set.of(PLACE, DUE_AT, MENDED);

  private CoverageVariables() {}

  /**
   * The team or the desk of which the flow is; all of them where it does not say.
   *
   * @throws IllegalStateException when the flow's business key says another one
   */
  static CoverageScope place(VariableScope scope) {
    String given = (String) scope.getVariable(PLACE);
    CoverageScope place = given == null ? CoverageScope.ALL : new CoverageScope(given);
    String key = BusinessKey.of(scope);
    if (key != null && !place.isCalled(key)) {
      throw new IllegalStateException(
          "The flow is about the coverage of '%s', not '%s'.".formatted(key, place.key()));
    }
    return place;
  }
}
