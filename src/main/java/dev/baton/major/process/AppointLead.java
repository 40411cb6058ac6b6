package dev.baton.major.process;

import dev.baton.major.LeadAppointment;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Appoints the one who leads. */
@Component
class AppointLead implements JavaDelegate {

  private final LeadAppointment appointment;

  AppointLead(LeadAppointment appointment) {
    this.appointment = appointment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String roles = execution.getVariable(MajorVariables.LEAD_ROLES).toString();
    MajorFormInput.keep(execution, MajorVariables.LEAD_ROLES, roles);
    appointment.appoint(MajorFormInput.number(execution), LeadAppointment.roles(roles));
  }
}
