package dev.baton.desk.web.call;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says who a known caller is. */
@Component
class CallerCards {

  private final Callers callers;
  private final ClientDirectory clients;
  private final PageRenderer pages;
  private final Clock clock;

  CallerCards(Callers callers, ClientDirectory clients, PageRenderer pages, Clock clock) {
    this.callers = callers;
    this.clients = clients;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * A known caller.
   *
   * @param localTime what time it is where they are, with the name of the zone
   */
  record CallerCard(
      String name,
      String email,
      String phone,
      boolean vip,
      String clientName,
      String tier,
      String localTime) {}

  Optional<CallerCard> of(String client, String email, String name, String phone, Visitor visitor) {
    return callers.find(client, email, name, phone).map(person -> card(person, visitor));
  }

  private CallerCard card(RequesterView person, Visitor visitor) {
    ClientView client = clients.client(person.clientId());
    return new CallerCard(
        person.name() == null ? person.email() : person.name(),
        person.email(),
        person.phone(),
        person.vip(),
        client.name(),
        pages.name("tier", client.tier(), visitor.locale()),
        localTime(client, visitor));
  }

  private String localTime(ClientView client, Visitor visitor) {
    ZonedDateTime there = clock.instant().atZone(client.zone());
    boolean isToday =
        there.toLocalDate().equals(clock.instant().atZone(visitor.zone()).toLocalDate());
    String time =
        DateTimeFormatter.ofPattern(isToday ? "HH:mm" : "EEEE HH:mm", visitor.locale())
            .format(there);
    return pages.words("call.localTime", visitor.locale(), time, client.zone().getId());
  }
}
