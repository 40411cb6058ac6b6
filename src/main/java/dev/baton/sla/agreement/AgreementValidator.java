package dev.baton.sla.agreement;

import dev.baton.incident.Priority;
import dev.baton.web.text.LocalizableText;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Checks what a schema cannot express about an agreement, and collects remarks about it. */
final class AgreementValidator {

  private final ValidationContext around;
  private final DefinitionErrors flaws;
  private final List<DefinitionRemark> remarks;

  AgreementValidator(
      ValidationContext around, DefinitionErrors flaws, List<DefinitionRemark> remarks) {
    this.around = around;
    this.flaws = flaws;
    this.remarks = remarks;
  }

  void check(AgreementDefinition agreement, String path) {
    whom(agreement, path);
    if (agreement.validFrom() != null
        && agreement.validTo() != null
        && agreement.validFrom().isAfter(agreement.validTo())) {
      flaws.about(
          path + "validTo",
          "%s is before validFrom, %s; accepted: that day or a later one"
              .formatted(agreement.validTo(), agreement.validFrom()),
          LocalizableText.of("refused.agreement.validTo"));
    }
    if (agreement.calendar() != null) {
      calendar(agreement.calendar(), path + "calendar");
    }
    promises(agreement, path);
    ties(agreement, path);
    if (agreement.kind() != AgreementKind.SLA) {
      remarks.add(
          new DefinitionRemark(
              "%s is an %s: it is stored, but no clock measures it"
                  .formatted(agreement.name(), agreement.kind()),
              LocalizableText.of(
                  "clocks.remark.notMeasured", agreement.name(), agreement.kind().name())));
    }
  }

  private void whom(AgreementDefinition agreement, String path) {
    String client = agreement.client();
    boolean known = client == null || around.clients().test(client);
    if (!known) {
      flaws.about(
          path + "client",
          "'%s' is not a client; accepted: the code of a client, or none for every client"
              .formatted(client),
          LocalizableText.of("refused.settings.client", client));
    }
    if (agreement.service() != null
        && known
        && !around.services().test(client, agreement.service())) {
      flaws.about(
          path + "service",
          "'%s' is not a service of %s; accepted: the code of one, or none for every service"
              .formatted(agreement.service(), client == null ? "any client" : client),
          LocalizableText.of("refused.agreement.service", agreement.service()));
    }
  }

  private void calendar(String name, String field) {
    if (!around.calendars().containsKey(name)) {
      flaws.about(
          field,
          "'%s' is not a calendar; accepted: %s"
              .formatted(
                  name,
                  around.calendars().isEmpty()
                      ? "none yet; publish a calendar first or in the same document"
                      : String.join(", ", around.calendars().keySet())),
          LocalizableText.of("refused.settings.calendar", name));
    }
  }

  private void promises(AgreementDefinition agreement, String path) {
    List<Promise> promises = agreement.promises();
    for (int i = 0; i < promises.size(); i++) {
      Promise promise = promises.get(i);
      String at = path + "promises[" + i + "].";
      if (promise.calendar() != null) {
        calendar(promise.calendar(), at + "calendar");
      } else if (agreement.calendar() == null) {
        boolean needed = promise.target() != null && !promise.target().countsCalendarTime();
        flaws.about(
            path + "calendar",
            "is required%s; accepted: the name of a calendar"
                .formatted(needed ? ", because '" + promise.target() + "' is working time" : ""),
            LocalizableText.of("refused.agreement.calendar"));
      }
      String hours = agreement.calendarOf(promise);
      new PromiseValidator(promise, at, flaws, remarks)
          .check(hours == null ? null : around.calendars().get(hours), around.now());
      twice(promises, i, at);
    }
  }

  private void twice(List<Promise> promises, int index, String path) {
    Promise promise = promises.get(index);
    for (int earlier = 0; earlier < index; earlier++) {
      Priority common = common(promise, promises.get(earlier));
      if (common != null) {
        flaws.about(
            path + "priorities",
            "%s is already promised for %s by promises[%d]; accepted: one promise of each kind per priority"
                .formatted(promise.obligation(), common, earlier));
      }
    }
  }

  /** A priority for which both promise the same kind; null if there is none. */
  private static Priority common(Promise one, Promise other) {
    return one.obligation() == null || one.obligation() != other.obligation()
        ? null
        : Stream.of(Priority.values())
            .filter(priority -> one.appliesTo(priority) && other.appliesTo(priority))
            .findFirst()
            .orElse(null);
  }

  private void ties(AgreementDefinition agreement, String path) {
    for (AgreementDefinition other : around.agreements().values()) {
      if (other.name() != null
          && !other.name().equals(agreement.name())
          && sameScope(agreement, other)
          && overlap(agreement, other)
          && bothPromise(agreement, other)) {
        tie(agreement, other, path);
      }
    }
  }

  private void tie(AgreementDefinition agreement, AgreementDefinition other, String path) {
    if (Objects.equals(agreement.validFrom(), other.validFrom())) {
      flaws.about(
          path + "validFrom",
          "ties with the agreement %s: both are %s from the same day and promise the same; accepted: another first day (the later one counts), or a client, service or tier that tells them apart"
              .formatted(other.name(), other.scope()),
          LocalizableText.of("refused.agreement.tie", other.name()));
      return;
    }
    boolean first = AgreementPrecedence.LESS_EXACT_FIRST.compare(agreement, other) > 0;
    AgreementDefinition winner = first ? agreement : other;
    AgreementDefinition loser = first ? other : agreement;
    remarks.add(
        new DefinitionRemark(
            "%s counts before %s from %s on: both are %s, and the later first day counts"
                .formatted(winner.name(), loser.name(), winner.validFrom(), winner.scope()),
            LocalizableText.of("clocks.remark.precedence", winner.name(), loser.name())));
  }

  private static boolean sameScope(AgreementDefinition one, AgreementDefinition other) {
    return one.kind() == other.kind()
        && Objects.equals(one.client(), other.client())
        && Objects.equals(one.service(), other.service())
        && one.tier() == other.tier();
  }

  private static boolean overlap(AgreementDefinition one, AgreementDefinition other) {
    return !endsBefore(one.validTo(), other.validFrom())
        && !endsBefore(other.validTo(), one.validFrom());
  }

  private static boolean endsBefore(LocalDate last, LocalDate first) {
    return last != null && first != null && last.isBefore(first);
  }

  private static boolean bothPromise(AgreementDefinition one, AgreementDefinition other) {
    return one.promises().stream()
        .anyMatch(
            promise ->
                other.promises().stream().anyMatch(theirs -> common(promise, theirs) != null));
  }
}
