package dev.baton.major.process;

import dev.baton.engine.BuildingBlock;
import dev.baton.major.MajorIncidentClosure;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the incident is resolved, and which related ones are not. */
@BuildingBlock(
    name = "Note the resolution",
    description =
        "Records that the major incident is resolved, and lists related incidents that are not.",
    sets = {"outcome", "related"})
@Component
class NoteResolution implements JavaDelegate {

  private static final int SHOWN = 8;

  private final MajorIncidentClosure aftermath;

  NoteResolution(MajorIncidentClosure aftermath) {
    this.aftermath = aftermath;
  }

  @Override
  public void execute(DelegateExecution execution) {
    List<String> open = aftermath.resolved(MajorFormInput.number(execution));
    MajorFormInput.keep(execution, MajorVariables.OUTCOME, open.isEmpty() ? "none" : "related");
    MajorFormInput.keep(execution, MajorVariables.RELATED, shown(open));
  }

  private static String shown(List<String> numbers) {
    String first = String.join(", ", numbers.subList(0, Math.min(SHOWN, numbers.size())));
    return numbers.size() <= SHOWN
        ? first
        : first + " and %d more".formatted(numbers.size() - SHOWN);
  }
}
