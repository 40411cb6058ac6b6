package dev.baton.major;

import dev.baton.engine.FlowCancelled;
import dev.baton.engine.Flows;
import dev.baton.incident.IncidentEvent;
import dev.baton.incident.IncidentNumber;
import dev.baton.web.validation.TextInput;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes what happens to an incident to the flow of the major one, in the same transaction. */
@Component
class MajorIncidentSync {

  private static final Set<IncidentEvent.IncidentEventKind> FOLLOWED =
      EnumSet.of(
          IncidentEvent.IncidentEventKind.RESOLVED,
          IncidentEvent.IncidentEventKind.REOPENED,
          IncidentEvent.IncidentEventKind.CLOSED,
          IncidentEvent.IncidentEventKind.CANCELLED);

  private final MajorIncidents majors;
  private final MajorIncidentClosure aftermath;
  private final Flows flows;

  MajorIncidentSync(MajorIncidents majors, MajorIncidentClosure aftermath, Flows flows) {
    this.majors = majors;
    this.aftermath = aftermath;
    this.flows = flows;
  }

  @EventListener
  void follow(IncidentEvent happened) {
    if (FOLLOWED.contains(happened.kind())) {
      majors
          .find(happened.number())
          .filter(major -> !major.state().isOver())
          .ifPresent(major -> tell(major.flowInstanceId(), happened.kind()));
    }
  }

  private void tell(String instance, IncidentEvent.IncidentEventKind kind) {
    String message =
        switch (kind) {
          case REOPENED -> "majorIncidentReopened";
          case CANCELLED -> "majorIncidentStoodDown";
          default -> "majorIncidentResolved";
        };
    // A flow that does not wait for it looks for itself when it plans the next update.
    if (flows.listensTo(instance, message)) {
      flows.tell(
          instance,
          message,
          kind == IncidentEvent.IncidentEventKind.CANCELLED
              ? Map.of("reason", "The incident was cancelled.")
              : Map.of());
    }
  }

  @EventListener(condition = "#cancelled.processKey() == 'major-incident'")
  void standDownWith(FlowCancelled cancelled) {
    String reason =
        cancelled.reason() == null || cancelled.reason().isBlank()
            ? "Its flow was cancelled."
            : TextInput.shortened(cancelled.reason(), MajorTextLimits.REASON);
    IncidentNumber.parse(cancelled.businessKey())
        .filter(number -> majors.find(number).isPresent())
        .ifPresent(number -> aftermath.standDown(number, reason));
  }
}
