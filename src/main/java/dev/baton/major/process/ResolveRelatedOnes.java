package dev.baton.major.process;

import dev.baton.major.MajorIncidentClosure;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Resolves the related incidents; those that cannot be are listed. */
@Component
class ResolveRelatedOnes implements JavaDelegate {

  private final MajorIncidentClosure aftermath;

  ResolveRelatedOnes(MajorIncidentClosure aftermath) {
    this.aftermath = aftermath;
  }

  @Override
  public void execute(DelegateExecution execution) {
    aftermath.resolveRelated(
        MajorFormInput.number(execution), MajorFormInput.text(execution, "note"));
  }
}
