package dev.baton.sla.agreement;

import dev.baton.calendar.CalendarDefinition;
import java.util.List;

/** Calendars, and the agreements measured in them, as one document. */
public record AgreementDocument(
    List<CalendarDefinition> calendars, List<AgreementDefinition> agreements) {

  public AgreementDocument {
    calendars = List.copyOf(calendars);
    agreements = List.copyOf(agreements);
  }
}
