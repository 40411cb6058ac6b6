package dev.baton.sla;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.WorkingCalendar;
import dev.baton.client.ClientDirectory;
import dev.baton.incident.ClientWorkingDays;
import dev.baton.incident.IncidentView;
import dev.baton.incident.WorkingTimeUnit;
import dev.baton.sla.agreement.ApplicableAgreements;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Terms;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts working days in the calendar of the agreement that applies to the incident. */
@Component
class AgreementWorkingDays implements ClientWorkingDays {

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final ApplicableAgreements agreements;
  private final ClientDirectory clients;

  AgreementWorkingDays(ApplicableAgreements agreements, ClientDirectory clients) {
    this.agreements = agreements;
    this.clients = clients;
  }

  @Override
  public Instant after(IncidentView incident, Instant from, int amount, WorkingTimeUnit unit) {
    WorkingCalendar calendar =
        calendar(incident).orElseGet(() -> weekdays(clients.client(incident.clientId()).zone()));
    return switch (unit) {
      case WORKING_HOURS -> calendar.add(from, Duration.ofHours(amount));
      case WORKING_DAYS -> calendar.addWorkingDays(from, amount);
      case CALENDAR_DAYS ->
          from.atZone(clients.client(incident.clientId()).zone()).plusDays(amount).toInstant();
      case END_OF_DAY -> calendar.endOfWorkingDay(from, amount);
    };
  }

  @Override
  public Instant after(IncidentView incident, Instant from, int days) {
    return calendar(incident)
        .map(calendar -> calendar.addWorkingDays(from, days))
        .orElseGet(() -> weekdaysAfter(incident, from, days));
  }

  /** Calendar time knows no working days, so the first target in working time decides. */
  private Optional<WorkingCalendar> calendar(IncidentView incident) {
    if (incident.priority() == null) {
      return Optional.empty();
    }
    ApplicableAgreements.IncidentCriteria about =
        new ApplicableAgreements.IncidentCriteria(
            incident.clientId(), incident.service(), incident.priority(), incident.openedAt());
    return Stream.of(ObligationKind.RESOLUTION, ObligationKind.RESPONSE, ObligationKind.UPDATE)
        .flatMap(kind -> agreements.promised(kind, about).stream())
        .filter(terms -> !terms.target().countsCalendarTime())
        .map(Terms::calendar)
        .findFirst();
  }

  private static WorkingCalendar weekdays(ZoneId zone) {
    return WorkingCalendar.of(
        new CalendarDefinition(
            "weekdays",
            zone,
            EnumSet.complementOf(EnumSet.copyOf(WEEKEND)).stream()
                .collect(
                    Collectors.toMap(
                        Function.identity(),
                        day -> List.of(new OpeningHours(0, OpeningHours.DAY)))),
            null,
            Map.of(),
            Map.of()));
  }

  private Instant weekdaysAfter(IncidentView incident, Instant from, int days) {
    ZonedDateTime day = from.atZone(clients.client(incident.clientId()).zone());
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(1);
      counted += WEEKEND.contains(day.getDayOfWeek()) ? 0 : 1;
    }
    return day.toInstant();
  }
}
