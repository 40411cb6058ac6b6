package dev.baton.sla.agreement;

import dev.baton.calendar.CalendarDefinition;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What definitions may speak of, as it will be once they are published.
 *
 * @param clients whether there is a client with this code
 * @param services whether this client has this service; a client of null is any
 * @param calendars the newest of each name
 * @param agreements the newest of each name
 */
record ValidationContext(
    Predicate<String> clients,
    BiPredicate<String, String> services,
    Map<String, CalendarDefinition> calendars,
    Map<String, AgreementDefinition> agreements,
    Instant now) {}
