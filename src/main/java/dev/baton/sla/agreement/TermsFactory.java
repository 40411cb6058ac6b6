package dev.baton.sla.agreement;

import dev.baton.calendar.WorkingCalendar;

/** Creates the terms that follow from a promise. */
final class TermsFactory {

  private TermsFactory() {}

  static Terms promise(
      Terms.Key key,
      AgreementLabel label,
      AgreementDefinition agreement,
      Promise promise,
      WorkingCalendar calendar) {
    return new Terms(
        key,
        label,
        agreement.kind(),
        promise.obligation(),
        promise.target(),
        calendar,
        promise.starts(),
        promise.stops(),
        promise.pausedBy(),
        promise.atRisk(),
        promise.afterBreach().stream().map(Terms::duration).sorted().toList());
  }
}
