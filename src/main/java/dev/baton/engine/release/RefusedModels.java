package dev.baton.engine.release;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;

/** The checks refused a deployment: for Modeler the engine's exception, for us what they said. */
public class RefusedModels extends ParseException {

  private static final long serialVersionUID = 1L;

  private final transient List<ReleaseComplaint> errors;

  /**
   * @param files what was sent, by name
   * @param problems the errors as Modeler shows them
   */
  public RefusedModels(List<ReleaseComplaint> errors, List<String> files, List<Problem> problems) {
    super(
        errors.stream()
            .map(error -> "- " + error.text())
            .collect(Collectors.joining("\n", "Nothing is deployed:\n", "")),
        String.join(", ", files),
        problems,
        List.of());
    this.errors = List.copyOf(errors);
  }

  public List<ReleaseComplaint> errors() {
    return errors;
  }
}
