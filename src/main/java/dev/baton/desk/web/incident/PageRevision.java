package dev.baton.desk.web.incident;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.Visitor;
import dev.baton.escalation.EscalationView;
import dev.baton.escalation.OpenEscalations;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.OfferedActions;
import dev.baton.incident.task.IncidentTasks;
import dev.baton.incident.timeline.TimelineRevision;
import dev.baton.notification.Notifications;
import dev.baton.notification.Watchers;
import dev.baton.sla.ClockRevision;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * A hash over everything from which the parts of an incident are rendered, computed with few and
 * small reads. While it stays the same, no part needs to be rendered.
 */
@Component
class PageRevision {

  /** The maximum age of data outside the incident, such as names of teams and people. */
  private static final Duration NAMES = Duration.ofMinutes(10);

  private final TimelineRevision stories;
  private final ClockRevision clocks;
  private final OpenEscalations escalations;
  private final Notifications notifications;
  private final Watchers watchers;
  private final OfferedActions offered;
  private final IncidentTasks tasks;
  private final PageAccess access;
  private final Clock clock;

  PageRevision(
      TimelineRevision stories,
      ClockRevision clocks,
      OpenEscalations escalations,
      Notifications notifications,
      Watchers watchers,
      OfferedActions offered,
      IncidentTasks tasks,
      PageAccess access,
      Clock clock) {
    this.stories = stories;
    this.clocks = clocks;
    this.escalations = escalations;
    this.notifications = notifications;
    this.watchers = watchers;
    this.offered = offered;
    this.tasks = tasks;
    this.access = access;
    this.clock = clock;
  }

  /** Must be read before the parts, so that changes in the meantime show up the next time. */
  String of(IncidentView incident, Visitor visitor, TimelineFilter wanted) {
    IncidentNumber number = new IncidentNumber(incident.number());
    Instant now = clock.instant();
    List<Object> all = new ArrayList<>();
    all.add(visitor);
    all.add(Arrays.stream(Permission.values()).filter(access::may).toList());
    all.add(wanted);
    all.add(now.getEpochSecond() / NAMES.toSeconds());
    TimelineFilter most = wanted.withMost();
    all.add(stories.of(number, most.timeline(visitor)));
    all.add(notifications.revision(number, most.notifications(visitor)));
    all.add(clocks.of(number, now));
    all.add(offered.of(number));
    if (!visitor.isOfClient()) {
      all.add(String.valueOf(incident.unreadSince()));
      all.add(tasks.revision(number));
      all.add(escalations.of(number).map(EscalationView::toString).orElse(""));
      all.add(access.may(Permission.WORK) ? watchers.proposed(number) : List.of());
    }
    return DigestUtils.md5DigestAsHex(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
