package dev.baton.major.process;

import dev.baton.engine.BlockChoices;
import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import dev.baton.incident.IncidentNumber;
import dev.baton.major.DeclareMajorIncident;
import dev.baton.major.LeadAppointment;
import dev.baton.major.MajorIncidentClosure;
import dev.baton.major.RegularUpdates;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of a major incident; the longer ones are classes of their own. */
@Configuration(proxyBeanMethods = false)
class MajorIncidentDelegates {

  /** In the incident's flow: declares it a major incident, unless it already is one. */
  @BuildingBlock(
      name = "Declare a major incident",
      description = "Declares the incident major, once. Its flow runs beside this one.")
  @Bean
  JavaDelegate declareMajor(DeclareMajorIncident declarations) {
    return execution -> declarations.byRule(MajorFormInput.number(execution), why(execution));
  }

  /** What the table had before it; another rule may lead to this step. */
  private static String why(DelegateExecution execution) {
    return Boolean.TRUE.equals(execution.getVariable(MajorVariables.IS_MAJOR))
        ? "One incident with priority %s, client tier %s (major-incident-rule.dmn)."
            .formatted(
                execution.getVariable(MajorVariables.PRIORITY),
                execution.getVariable(MajorVariables.TIER))
        : "By the rule of the incident's flow.";
  }

  /** Appoints a lead. */
  @BuildingBlock(
      name = "Appoint a lead",
      description = "Appoints the first person on duty in these roles to lead the major incident.",
      inputs =
          @BlockInput(
              name = "leadRoles",
              label = "Roles",
              description = "Who may lead, in this order",
              value = "team-lead, service-desk-manager, senior-agent",
              choices = BlockChoices.ROLES),
      sets = {"leadRoles"})
  @Bean
  JavaDelegate appointLead(LeadAppointment appointment) {
    return execution -> {
      String roles = execution.getVariable(MajorVariables.LEAD_ROLES).toString();
      MajorFormInput.keep(execution, MajorVariables.LEAD_ROLES, roles);
      appointment.appoint(MajorFormInput.number(execution), LeadAppointment.roles(roles));
    };
  }

  /** Whoever holds the task leads the major incident. */
  @Bean
  TaskListener noteLead(LeadAppointment appointment) {
    return task ->
        appointment.takenOver(
            new IncidentNumber(task.getExecution().getProcessBusinessKey()), task.getAssignee());
  }

  /** Relieves a lead who is now absent or off duty. */
  @BuildingBlock(
      name = "Relieve an absent lead",
      description = "Appoints another lead if this one is away or off duty.",
      needs = {"leadRoles"})
  @Bean
  JavaDelegate relieveLead(LeadAppointment appointment) {
    return execution -> {
      String roles = execution.getVariable(MajorVariables.LEAD_ROLES).toString();
      appointment.relieve(MajorFormInput.number(execution), LeadAppointment.roles(roles));
    };
  }

  /** Tells the ladder that there is a major incident. */
  @BuildingBlock(
      name = "Escalate the major incident",
      description = "Tells the escalation ladder that there is a major incident.")
  @Bean
  JavaDelegate raiseMajor(LeadAppointment appointment) {
    return execution -> appointment.tellTheLadder(MajorFormInput.number(execution));
  }

  /** Tells the communication plan that this is a major incident; the flow knows the rest. */
  @Bean
  ExecutionListener describeMajor() {
    return execution -> MajorFormInput.keep(execution, MajorVariables.IS_MAJOR, true);
  }

  /** Finds out whether an update is owed, and when to ask for it. */
  @BuildingBlock(
      name = "Plan the next update",
      description = "Decides whether an update is owed, and when to ask for it.",
      version = 2,
      inputs =
          @BlockInput(
              name = "askAtPercent",
              label = "Ask when percent of the time have passed",
              value = "67",
              choices = BlockChoices.PERCENT),
      sets = {"outcome", "dueAt"})
  @Bean
  JavaDelegate planNextUpdate(RegularUpdates updates) {
    return execution -> {
      int percent = MajorFormInput.setting(execution, "askAtPercent", 67);
      Optional<Instant> askAt = updates.nextRound(MajorFormInput.number(execution), percent);
      MajorFormInput.keep(
          execution, MajorVariables.OUTCOME, askAt.isEmpty() ? "resolved" : "unresolved");
      MajorFormInput.keep(execution, MajorVariables.DUE_AT, askAt.map(Date::from).orElse(null));
    };
  }

  /** Sets the time by which an update is owed; it is missed strictly after that. */
  @BuildingBlock(
      name = "Ask for an update",
      description = "Sets the time by which the update is owed.",
      sets = {"dueAt"})
  @Bean
  JavaDelegate askForUpdate(RegularUpdates updates) {
    return execution -> {
      Instant due = updates.nextDue(MajorFormInput.number(execution));
      MajorFormInput.keep(execution, MajorVariables.DUE_AT, Date.from(due.plusMillis(1)));
    };
  }

  /** Sends what the lead wrote. */
  @BuildingBlock(
      name = "Send the update",
      description = "Sends what the lead wrote to the client and to the people involved.",
      needs = {"clientText", "internalText"})
  @Bean
  JavaDelegate recordUpdate(RegularUpdates updates) {
    return execution ->
        updates.send(
            MajorFormInput.number(execution),
            MajorFormInput.text(execution, "clientText"),
            MajorFormInput.text(execution, "internalText"));
  }

  /** Records that an update is overdue, and tells the ladder. */
  @BuildingBlock(
      name = "Note the missed update",
      description = "Records that an update is overdue, and tells the escalation ladder.")
  @Bean
  JavaDelegate noteMissedUpdate(RegularUpdates updates) {
    return execution -> updates.missed(MajorFormInput.number(execution));
  }

  /** Resolves the related incidents; those that cannot be resolved are listed. */
  @BuildingBlock(
      name = "Resolve related incidents",
      description = "Resolves the related incidents with the same note.",
      needs = {"note"})
  @Bean
  JavaDelegate resolveRelatedOnes(MajorIncidentClosure closure) {
    return execution ->
        closure.resolveRelated(
            MajorFormInput.number(execution), MajorFormInput.text(execution, "note"));
  }

  /** The incident was reopened: updates go on. */
  @BuildingBlock(
      name = "Resume the updates",
      description = "Takes up the updates again after the incident was reopened.")
  @Bean({"continueAfterReopening", "takeUpAgain"})
  JavaDelegate continueAfterReopening(MajorIncidentClosure closure) {
    return execution -> closure.takeUpAgain(MajorFormInput.number(execution));
  }

  /** It is not a major incident after all. */
  @BuildingBlock(
      name = "Stand down",
      description = "Records that it is not a major incident after all.",
      needs = {"reason"})
  @Bean
  JavaDelegate standDownMajor(MajorIncidentClosure closure) {
    return execution ->
        closure.standDown(
            MajorFormInput.number(execution), MajorFormInput.text(execution, "reason"));
  }

  /** Begins the review. */
  @BuildingBlock(
      name = "Plan the review",
      description = "Sets when the review is due.",
      inputs =
          @BlockInput(
              name = "reviewDays",
              label = "Working days until the review",
              value = "5",
              choices = BlockChoices.NUMBER))
  @Bean
  JavaDelegate planReview(MajorIncidentClosure closure) {
    return execution ->
        closure.planReview(
            MajorFormInput.number(execution), MajorFormInput.setting(execution, "reviewDays"));
  }
}
