package dev.baton.sla.agreement;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.incident.Priority;
import dev.baton.sla.agreement.AgreementPrecedence.ApplicablePromise;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Computes when an obligation starting now would be due, and says so in words. */
final class AgreementPreviewCalculator {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'at' HH:mm[:ss]", Locale.ENGLISH);
  private static final DateTimeFormatter TO_THE_MINUTE =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'at' HH:mm", Locale.ENGLISH);

  private final Terms terms;
  private final CalendarDefinition calendar;
  private final Instant start;
  private final ZoneId zone;

  AgreementPreviewCalculator(Terms terms, CalendarDefinition calendar, Instant start, ZoneId zone) {
    this.terms = terms;
    this.calendar = calendar;
    this.start = start;
    this.zone = zone;
  }

  /**
   * @param found every promise that applies, in order of precedence
   */
  AgreementPreview.Outcome of(List<ApplicablePromise> found, Priority priority) {
    Duration budget = terms.budget(start);
    Instant due = terms.calendar().add(start, budget);
    AgreementScope scope = found.get(0).version().definition().scope();
    return new AgreementPreview.Outcome(
        terms.obligation(),
        priority,
        terms.agreement(),
        scope,
        terms.target(),
        calendar.name(),
        due,
        zone,
        "%s would be due %s: %s%s, promised by %s, %s."
            .formatted(
                beginning(),
                words(due),
                terms.target(),
                terms.target().countsCalendarTime() ? "" : " in the hours of " + calendar.name(),
                terms.agreement(),
                scope),
        terms.milestones(budget).stream().map(this::point).toList(),
        IntStream.range(0, found.size()).mapToObj(i -> rank(i + 1, found.get(i))).toList());
  }

  private AgreementPreview.Point point(Milestone milestone) {
    Instant at = terms.calendar().add(start, milestone.at()).plus(milestone.delay());
    return new AgreementPreview.Point(milestone.name(), at, words(at));
  }

  private static AgreementPreview.Rank rank(int rank, ApplicablePromise found) {
    return new AgreementPreview.Rank(
        rank,
        found.version().label(),
        found.version().definition().scope(),
        found.promise().target());
  }

  private String beginning() {
    String what =
        switch (terms.obligation()) {
          case RESPONSE -> "a first response";
          case RESOLUTION -> "the resolution";
          case UPDATE -> "news";
        };
    return switch (terms.starts()) {
      case CONTACT, OPENED -> "If opened now, " + what;
      case ASSIGNED -> "Opened and assigned to a team now, " + what;
      case UNANSWERED -> "If the client asks now, " + what;
      case LAST_MESSAGE -> "If the client is updated now, the next " + what;
    };
  }

  private String words(Instant at) {
    DateTimeFormatter form = at.getEpochSecond() % 60 == 0 ? TO_THE_MINUTE : DAY;
    return form.format(at.atZone(zone)) + " (" + zone.getId() + ")";
  }
}
