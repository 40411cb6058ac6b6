package dev.baton.major.process;

import dev.baton.major.LeadAppointment;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the ladder that there is a major incident. */
@Component
class RaiseMajor implements JavaDelegate {

  private final LeadAppointment appointment;

  RaiseMajor(LeadAppointment appointment) {
    this.appointment = appointment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    appointment.tellTheLadder(MajorFormInput.number(execution));
  }
}
