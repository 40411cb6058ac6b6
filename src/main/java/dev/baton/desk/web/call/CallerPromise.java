package dev.baton.desk.web.call;

import dev.baton.client.ClientDirectory;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.sla.agreement.ObligationKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an agent tells the caller about the time of the next answer, from the agreement. */
@Component
class CallerPromise {

  /** What the caller notices first. */
  private static final List<ObligationKind> FIRST =
      List.of(ObligationKind.RESPONSE, ObligationKind.UPDATE, ObligationKind.RESOLUTION);

  private final Obligations obligations;
  private final ClientDirectory clients;
  private final PageRenderer pages;
  private final Clock clock;

  CallerPromise(Obligations obligations, ClientDirectory clients, PageRenderer pages, Clock clock) {
    this.obligations = obligations;
    this.clients = clients;
    this.pages = pages;
    this.clock = clock;
  }

  /** Whether the flow has agreed the obligations of the incident. */
  boolean isAgreed(IncidentNumber number) {
    return !obligations.of(number).isEmpty();
  }

  /** The sentence for the caller; empty if nothing with a time is promised. */
  Optional<String> of(IncidentView incident, Visitor visitor) {
    return obligations.of(new IncidentNumber(incident.number())).stream()
        .filter(promise -> FIRST.contains(promise.kind()))
        .filter(promise -> promise.metAt() == null && Objects.nonNull(promise.dueAt()))
        .min(Comparator.comparingInt(promise -> FIRST.indexOf(promise.kind())))
        .map(promise -> sentence(promise, incident, visitor));
  }

  private String sentence(ObligationView promise, IncidentView incident, Visitor visitor) {
    ZoneId zone = clients.client(incident.clientId()).zone();
    String time = time(promise.dueAt(), zone, visitor.locale());
    boolean sameTime =
        zone.getRules()
            .getOffset(promise.dueAt())
            .equals(visitor.zone().getRules().getOffset(promise.dueAt()));
    String theirs = sameTime ? time : pages.words("call.tell.theirTime", visitor.locale(), time);
    return pages.words("call.tell." + promise.kind().name(), visitor.locale(), theirs);
  }

  /** Only the time if it is today where the caller is. */
  private String time(Instant due, ZoneId zone, Locale locale) {
    boolean isToday =
        due.atZone(zone).toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
    boolean isGerman = locale.getLanguage().equals("de");
    String pattern =
        isToday ? "HH:mm" : isGerman ? "EEEE, d. MMMM, HH:mm" : "HH:mm 'on' EEEE d MMMM";
    String time = DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(due);
    return isGerman ? time + " Uhr" : time;
  }
}
