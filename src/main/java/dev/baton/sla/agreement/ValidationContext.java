package dev.baton.sla.agreement;

import dev.baton.calendar.CalendarDefinition;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What a draft is checked against: what will exist once it is published.
 *
 * @param clients whether there is a client with this code
 * @param services whether this client has this service; null stands for any client
 * @param calendars the newest version of each, by name
 * @param agreements the newest version of each, by name
 */
record ValidationContext(
    Predicate<String> clients,
    BiPredicate<String, String> services,
    Map<String, CalendarDefinition> calendars,
    Map<String, AgreementDefinition> agreements,
    Instant now) {}
