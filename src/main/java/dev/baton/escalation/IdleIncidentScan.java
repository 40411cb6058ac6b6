package dev.baton.escalation;

import dev.baton.calendar.WorkingCalendar;
import dev.baton.client.Tier;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Priority;
import dev.baton.incident.search.IdleIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** One look at the incidents, at one instant and by one version of the rules. */
final class IdleIncidentScan {

  private final StuckRules.Table rules;
  private final Function<String, WorkingCalendar> published;
  private final Instant now;
  private final Map<String, WorkingCalendar> calendars = new HashMap<>();

  /**
   * @param published the calendar of a name
   */
  IdleIncidentScan(
      StuckRules.Table rules, Function<String, WorkingCalendar> published, Instant now) {
    this.rules = rules;
    this.published = published;
    this.now = now;
  }

  /** A stuck incident: its source, the reason, and since when nothing has moved. */
  record Finding(
      IncidentNumber number, Trigger trigger, String source, String reason, Instant since) {}

  /**
   * Nothing has moved since then, at least: as much time has passed on the wall as in any calendar.
   */
  Map<Priority, Instant> before() {
    Map<Priority, Instant> before = new EnumMap<>(Priority.class);
    each(
        (priority, rule) -> {
          if (rule.stuckAfter() != null) {
            before.merge(priority, now.minus(rule.stuckAfter()), (a, b) -> a.isAfter(b) ? a : b);
          }
        });
    return before;
  }

  /** The least that any tier allows. */
  Map<Priority, Integer> reassignments() {
    Map<Priority, Integer> least = new EnumMap<>(Priority.class);
    each(
        (priority, rule) -> {
          if (rule.reassignmentsAllowed() != null) {
            least.merge(priority, rule.reassignmentsAllowed(), Math::min);
          }
        });
    return least;
  }

  private void each(BiConsumer<Priority, StuckRule> look) {
    for (Priority priority : Priority.values()) {
      for (Tier tier : Tier.values()) {
        look.accept(priority, rules.of(tier, priority));
      }
    }
  }

  Stream<Finding> at(IdleIncident incident) {
    StuckRule rule = rules.of(Tier.valueOf(incident.tier()), incident.priority());
    return Stream.concat(stuck(incident, rule), handedAround(incident, rule));
  }

  private Stream<Finding> stuck(IdleIncident incident, StuckRule rule) {
    if (rule.stuckAfter() == null) {
      return Stream.empty();
    }
    Instant since = incident.lastProgress();
    Duration still = calendar(rule).between(since, now);
    return still.compareTo(rule.stuckAfter()) < 0
        ? Stream.empty()
        : Stream.of(
            new Finding(
                incident.number(),
                Trigger.STUCK,
                "stuck:%s:%d".formatted(incident.number(), since.getEpochSecond()),
                "No progress since %s, for %d hours%s."
                    .formatted(
                        since,
                        still.toHours(),
                        rule.calendar() == null ? "" : " of " + rule.calendar()),
                since));
  }

  private static Stream<Finding> handedAround(IdleIncident incident, StuckRule rule) {
    Integer allowed = rule.reassignmentsAllowed();
    return allowed == null || incident.reassignments() <= allowed
        ? Stream.empty()
        : Stream.of(
            new Finding(
                incident.number(),
                Trigger.PING_PONG,
                "ping-pong:%s:%d".formatted(incident.number(), incident.reassignments()),
                "Reassigned %d times; at most %d are allowed. It is now with team %s."
                    .formatted(incident.reassignments(), allowed, incident.team()),
                incident.lastProgress()));
  }

  private WorkingCalendar calendar(StuckRule rule) {
    return rule.calendar() == null
        ? WorkingCalendar.alwaysOpen()
        : calendars.computeIfAbsent(rule.calendar(), published);
  }
}
