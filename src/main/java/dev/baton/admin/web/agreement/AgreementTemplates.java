package dev.baton.admin.web.agreement;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.Target;
import dev.baton.incident.Priority;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.sla.agreement.PublishedVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a new agreement may begin with: common targets, in the calendar that fits best. */
@Component
class AgreementTemplates {

  private static final int HOUR = 3_600;

  private final PublishedAgreements published;

  AgreementTemplates(PublishedAgreements published) {
    this.published = published;
  }

  /** A template. Targets are those of P1 to P4. */
  enum Template {
    OFFICE_HOURS(
        45,
        List.of("1 working hour", "2 working hours", "4 working hours", "1 working day"),
        List.of("8 working hours", "2 working days", "5 working days", "10 working days"),
        List.of("2 working hours", "4 working hours")),
    EXTENDED_HOURS(
        65,
        List.of("30 working minutes", "1 working hour", "4 working hours", "8 working hours"),
        List.of("4 working hours", "8 working hours", "3 working days", "5 working days"),
        List.of("1 working hour", "2 working hours")),
    ROUND_THE_CLOCK(
        168,
        List.of("15 minutes", "30 minutes", "4 hours", "8 hours"),
        List.of("4 hours", "8 hours", "3 days", "5 days"),
        List.of("30 minutes", "1 hour"));

    private final int weeklyHours;
    private final List<String> response;
    private final List<String> resolution;
    private final List<String> updates;

    Template(
        int weeklyHours, List<String> response, List<String> resolution, List<String> updates) {
      this.weeklyHours = weeklyHours;
      this.response = response;
      this.resolution = resolution;
      this.updates = updates;
    }

    private List<Promise> promises() {
      List<Promise> promises = new ArrayList<>();
      for (Priority priority : Priority.values()) {
        add(promises, ObligationKind.RESPONSE, priority, response);
        add(promises, ObligationKind.RESOLUTION, priority, resolution);
        add(promises, ObligationKind.UPDATE, priority, updates);
      }
      return promises;
    }

    private static void add(
        List<Promise> promises, ObligationKind kind, Priority priority, List<String> targets) {
      if (priority.ordinal() < targets.size()) {
        Target target = Target.parse(targets.get(priority.ordinal()));
        promises.add(
            new Promise(kind, Set.of(priority), target, null, null, null, null, null, null));
      }
    }
  }

  AgreementDefinition of(Template template) {
    return new AgreementDefinition(
        "", null, null, null, null, null, null, calendar(template), template.promises());
  }

  /** Of the published calendars, the one whose week is nearest; null if there is none. */
  private String calendar(Template template) {
    return published.calendars().stream()
        .map(PublishedVersion::definition)
        .min(Comparator.comparingInt(one -> Math.abs(weeklyHours(one) - template.weeklyHours)))
        .map(CalendarDefinition::name)
        .orElse(null);
  }

  private static int weeklyHours(CalendarDefinition calendar) {
    return calendar.week().values().stream()
            .flatMap(List::stream)
            .mapToInt(OpeningHours::length)
            .sum()
        / HOUR;
  }
}
