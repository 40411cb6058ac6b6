package dev.baton.sla.agreement;

import dev.baton.client.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is agreed: for whom, for how long, in which hours, and what is promised.
 *
 * @param name short name, lower case with hyphens; versions of one agreement share it
 * @param client code of the client; null for every client
 * @param tier of the client; null for every tier
 * @param service code of the service; null for every service
 * @param validFrom first day, in the client's time zone; null for no beginning
 * @param validTo last day; null for no end
 * @param calendar name of the calendar in whose hours the promises are measured
 */
public record AgreementDefinition(
    String name,
    AgreementKind kind,
    String client,
    Tier tier,
    String service,
    LocalDate validFrom,
    LocalDate validTo,
    String calendar,
    List<Promise> promises) {

  public AgreementDefinition {
    kind = kind == null ? AgreementKind.SLA : kind;
    promises = promises == null ? List.of() : List.copyOf(promises);
  }

  boolean beginsBy(LocalDate day) {
    return validFrom == null || !day.isBefore(validFrom);
  }

  boolean isValidOn(LocalDate day) {
    return beginsBy(day) && (validTo == null || !day.isAfter(validTo));
  }

  /** Whom it is for. */
  AgreementScope scope() {
    return new AgreementScope(client, service, tier);
  }

  /** Naming the client outweighs naming the service, which outweighs naming the tier. */
  int precedence() {
    return (client == null ? 0 : 4) + (service == null ? 0 : 2) + (tier == null ? 0 : 1);
  }

  /** Whether any of its promises is measured in the hours of the calendar. */
  public boolean measuresBy(String calendarName) {
    return promisesBy(calendarName).findAny().isPresent();
  }

  Stream<Promise> promisesBy(String calendarName) {
    return promises.stream().filter(promise -> calendarName.equals(calendarOf(promise)));
  }

  String calendarOf(Promise promise) {
    return promise.calendar() == null ? calendar : promise.calendar();
  }
}
