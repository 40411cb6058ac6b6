package dev.baton.major.process;

import dev.baton.major.DeclareMajorIncident;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Declares the incident a major one, by its own flow; one that is already is left. */
@Component
class DeclareMajor implements JavaDelegate {

  private final DeclareMajorIncident declarations;

  DeclareMajor(DeclareMajorIncident declarations) {
    this.declarations = declarations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    declarations.byRule(MajorFormInput.number(execution), "By the rule of the incident's flow.");
  }
}
