package dev.baton.engine.release;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/** Whether timers take their instant from a step: a period knows no working hours and no pause. */
@Component
class TimerCheck implements ReleaseCheck {

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          for (TimerEventDefinition timer :
              model.getModelElementsByType(TimerEventDefinition.class)) {
            FlowElement event = (FlowElement) timer.getParentElement();
            if (timer.getTimeDuration() != null) {
              complaints.add(
                  ReleaseComplaint.error(
                      file,
                      event.getId(),
                      event.getName(),
                      "The timer runs for a fixed period, which ignores the client's hours.",
                      "Let a step compute the date, and give the timer the date ${dueAt}."));
            } else if (timer.getTimeDate() == null && timer.getTimeCycle() == null) {
              complaints.add(
                  ReleaseComplaint.error(
                      file,
                      event.getId(),
                      event.getName(),
                      "The timer has no date, so it would never fire.",
                      "Give it the date ${dueAt}."));
            }
          }
        });
    return complaints;
  }
}
