package dev.baton.major.process;

import dev.baton.incident.IncidentNumber;
import dev.baton.major.LeadAppointment;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Whoever holds the task leads the major incident. */
@Component
class NoteLead implements TaskListener {

  private final LeadAppointment appointment;

  NoteLead(LeadAppointment appointment) {
    this.appointment = appointment;
  }

  @Override
  public void notify(DelegateTask task) {
    appointment.takenOver(
        new IncidentNumber(task.getExecution().getProcessBusinessKey()), task.getAssignee());
  }
}
