package dev.baton.major.process;

import dev.baton.major.LeadAppointment;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Relieves a lead who is absent or off duty by now. */
@Component
class RelieveLead implements JavaDelegate {

  private final LeadAppointment appointment;

  RelieveLead(LeadAppointment appointment) {
    this.appointment = appointment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String roles = execution.getVariable(MajorVariables.LEAD_ROLES).toString();
    appointment.relieve(MajorFormInput.number(execution), LeadAppointment.roles(roles));
  }
}
