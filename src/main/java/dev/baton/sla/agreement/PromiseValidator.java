package dev.baton.sla.agreement;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.Target;
import dev.baton.calendar.TargetUnit;
import dev.baton.web.text.LocalizableText;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks what a schema cannot express about a promise. */
final class PromiseValidator {

  /** Units of times after a breach: how long they are does not depend on where they start. */
  static final Set<TargetUnit> FIXED =
      EnumSet.of(
          TargetUnit.WORKING_MINUTES,
          TargetUnit.WORKING_HOURS,
          TargetUnit.MINUTES,
          TargetUnit.HOURS);

  private final Promise promise;
  private final String path;
  private final DefinitionErrors flaws;
  private final List<DefinitionRemark> remarks;

  PromiseValidator(
      Promise promise, String path, DefinitionErrors flaws, List<DefinitionRemark> remarks) {
    this.promise = promise;
    this.path = path;
    this.flaws = flaws;
    this.remarks = remarks;
  }

  /**
   * @param calendar null if it is unknown, which is reported separately
   */
  void check(CalendarDefinition calendar, Instant now) {
    if (promise.obligation() != null) {
      startsAndStops();
      pauses();
    }
    rungs();
    if (promise.target() != null) {
      target(calendar, now);
    }
  }

  private void startsAndStops() {
    Set<ClockStart> starts =
        switch (promise.obligation()) {
          case RESPONSE, RESOLUTION ->
              EnumSet.of(ClockStart.CONTACT, ClockStart.OPENED, ClockStart.ASSIGNED);
          case UPDATE -> EnumSet.of(ClockStart.UNANSWERED, ClockStart.LAST_MESSAGE);
        };
    Set<ClockStop> stops =
        switch (promise.obligation()) {
          case RESPONSE -> EnumSet.of(ClockStop.FIRST_RESPONSE);
          case RESOLUTION -> EnumSet.of(ClockStop.RESOLVED, ClockStop.CLOSED);
          case UPDATE -> EnumSet.of(ClockStop.MESSAGE);
        };
    fits("starts", promise.starts(), starts);
    fits("stops", promise.stops(), stops);
  }

  private <E extends Enum<E>> void fits(String field, E value, Set<E> accepted) {
    if (!accepted.contains(value)) {
      flaws.about(
          path + field,
          "%s does not fit %s; accepted: %s"
              .formatted(value, promise.obligation(), names(accepted)));
    }
  }

  private void pauses() {
    if (promise.obligation() == ObligationKind.RESPONSE && !promise.pausedBy().isEmpty()) {
      flaws.about(
          path + "pausedBy",
          "%s cannot pause a RESPONSE; accepted: none, because a response runs through every hold"
              .formatted(names(promise.pausedBy())));
    }
  }

  private static String names(Set<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  private void rungs() {
    Set<Duration> seen = new HashSet<>();
    for (int i = 0; i < promise.afterBreach().size(); i++) {
      afterBreach(promise.afterBreach().get(i), path + "afterBreach[" + i + "]", seen);
    }
  }

  private void afterBreach(Target after, String field, Set<Duration> seen) {
    if (!FIXED.contains(after.unit())) {
      flaws.about(
          field,
          "'%s' is not a time after the deadline; accepted: minutes or hours, such as 30 minutes or 1 working hour"
              .formatted(after));
    } else if (after.value().signum() == 0) {
      flaws.about(
          field,
          "'%s' is the breach itself; accepted: more than zero".formatted(after),
          LocalizableText.of("refused.agreement.zero"));
    } else if (!seen.add(Terms.duration(after))) {
      flaws.about(
          field,
          "'%s' appears twice; accepted: each time once".formatted(after),
          LocalizableText.of("refused.agreement.twice"));
    } else if (promise.target() != null
        && promise.obligation() != null
        && after.countsCalendarTime() != promise.target().countsCalendarTime()) {
      remarks.add(measuredAsItsTarget(after, field));
    }
  }

  private DefinitionRemark measuredAsItsTarget(Target after, String field) {
    boolean isCalendarTime = promise.target().countsCalendarTime();
    return new DefinitionRemark(
        "%s: '%s' is measured in the same way as its target, '%s', in %s"
            .formatted(
                field, after, promise.target(), isCalendarTime ? "calendar time" : "working time"),
        LocalizableText.of(
            isCalendarTime ? "clocks.remark.inCalendarTime" : "clocks.remark.inWorkingTime",
            LocalizableText.name("clocks.kind", promise.obligation()),
            text(after),
            text(promise.target())));
  }

  private static LocalizableText text(Target target) {
    return LocalizableText.of("clocks.target." + target.unit(), target.value());
  }

  private void target(CalendarDefinition calendar, Instant now) {
    Target target = promise.target();
    if (target.value().signum() == 0 && target.unit() != TargetUnit.END_OF_WORKING_DAY) {
      flaws.about(
          path + "target",
          "'%s' leaves no time; accepted: more than zero".formatted(target),
          LocalizableText.of("refused.agreement.zero"));
      return;
    }
    if (target.countsCalendarTime() || calendar != null) {
      new PromiseReach(calendar, now).tooFar(promise).ifPresent(time -> tooFar(time, calendar));
    }
  }

  private void tooFar(PromiseReach.DistantTime distant, CalendarDefinition calendar) {
    flaws.about(
        path + distant.field(),
        "'%s' would be due more than 20 years from now%s; accepted: less"
            .formatted(
                distant.time(), calendar == null ? "" : " in the hours of " + calendar.name()),
        LocalizableText.of("refused.agreement.far"));
  }
}
