package dev.baton.major.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Tells the communication plan that this is a major incident; the rest the flow knows. */
@Component
class DescribeMajor implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    MajorFormInput.keep(execution, MajorVariables.IS_MAJOR, true);
  }
}
