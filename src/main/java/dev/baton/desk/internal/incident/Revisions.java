package dev.baton.desk.internal.incident;

import dev.baton.access.Act;
import dev.baton.desk.internal.Door;
import dev.baton.desk.internal.Visitor;
import dev.baton.escalation.EscalationView;
import dev.baton.escalation.OpenEscalations;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.OfferedActs;
import dev.baton.incident.StoryRevision;
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
 * A mark of all that the parts of an incident are written from, had by few and small reads: while
 * it stays, no part needs to be written.
 */
@Component
class Revisions {

  /** What is not of the incident, such as the names of teams and people, is so old at most. */
  private static final Duration NAMES = Duration.ofMinutes(10);

  private final StoryRevision stories;
  private final ClockRevision clocks;
  private final OpenEscalations escalations;
  private final Notifications notifications;
  private final Watchers watchers;
  private final OfferedActs offered;
  private final Door door;
  private final Clock clock;

  Revisions(
      StoryRevision stories,
      ClockRevision clocks,
      OpenEscalations escalations,
      Notifications notifications,
      Watchers watchers,
      OfferedActs offered,
      Door door,
      Clock clock) {
    this.stories = stories;
    this.clocks = clocks;
    this.escalations = escalations;
    this.notifications = notifications;
    this.watchers = watchers;
    this.offered = offered;
    this.door = door;
    this.clock = clock;
  }

  /** To be read before the parts are: what changes meanwhile is news the next time. */
  String of(IncidentView incident, Visitor visitor, Wanted wanted) {
    IncidentNumber number = new IncidentNumber(incident.number());
    Instant now = clock.instant();
    List<Object> all = new ArrayList<>();
    all.add(visitor);
    all.add(Arrays.stream(Act.values()).filter(door::may).toList());
    all.add(wanted);
    all.add(now.getEpochSecond() / NAMES.toSeconds());
    all.add(stories.of(number, wanted.story(visitor)));
    all.add(notifications.revision(number, wanted.notifications(visitor)));
    all.add(clocks.of(number, now));
    all.add(offered.of(number));
    if (!visitor.isOfClient()) {
      all.add(escalations.of(number).map(EscalationView::toString).orElse(""));
      all.add(door.may(Act.WORK) ? watchers.proposed(number) : List.of());
    }
    return DigestUtils.md5DigestAsHex(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
