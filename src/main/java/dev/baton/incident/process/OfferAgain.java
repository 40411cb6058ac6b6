package dev.baton.incident.process;

import dev.baton.incident.assignment.OfferWorkAgain;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Offers some of the work of an absent person again, and says whether that was all. */
@Component
class OfferAgain implements JavaDelegate {

  private final OfferWorkAgain work;

  OfferAgain(OfferWorkAgain work) {
    this.work = work;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String person = (String) execution.getVariable(AbsenceVariables.PERSON);
    FormInput.pass(execution, AbsenceVariables.IS_ALL_OFFERED, work.offerSome(person));
  }
}
