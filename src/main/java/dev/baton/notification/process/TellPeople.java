package dev.baton.notification.process;

import dev.baton.engine.BlockChoices;
import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import dev.baton.incident.IncidentNumber;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.announcement.AnnounceIncident;
import dev.baton.notification.announcement.ClockAnnouncements;
import dev.baton.sla.process.ClockMilestones;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Announces the event that the step names; in the flow of a clock, for its milestone. */
@BuildingBlock(
    name = "Tell people",
    description =
        "Announces an event. The communication plan decides who is notified, on which channel and"
            + " when.",
    inputs =
        @BlockInput(
            name = "event",
            label = "Event",
            description = "Must have rows in the communication plan",
            choices = BlockChoices.EVENTS))
@BuildingBlock(
    id = "tellOwnEvent",
    name = "Tell people of your own event",
    description =
        "Announces an event that you registered. The communication plan decides who is notified,"
            + " on which channel and when.",
    inputs = @BlockInput(name = "event", label = "Event", choices = BlockChoices.OWN_EVENTS))
@Component("tell")
class TellPeople implements JavaDelegate {

  private final AnnounceIncident incidents;
  private final ClockAnnouncements clocks;
  private final ClockMilestones milestones;

  TellPeople(AnnounceIncident incidents, ClockAnnouncements clocks, ClockMilestones milestones) {
    this.incidents = incidents;
    this.clocks = clocks;
    this.milestones = milestones;
  }

  @Override
  public void execute(DelegateExecution execution) {
    IncidentNumber number = NotificationLookup.incident(execution);
    NotificationEvent event =
        NotificationEvent.of((String) execution.getVariable(NotificationVariables.EVENT));
    milestones
        .reachedIn(execution)
        .ifPresentOrElse(
            milestone -> clocks.tell(milestone, event),
            () ->
                incidents.tell(
                    number,
                    event,
                    EventSteps.arrival(execution),
                    NotificationLookup.reply(execution)));
  }
}
