package dev.baton.desk.web.incident;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.ConfirmationPeriod;
import dev.baton.incident.IncidentAction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Status;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Says what came of an action, from the incident as it stands afterwards. */
@Component
class ActNotices {

  private final ConfirmationPeriod confirmation;
  private final StaffDirectory staff;
  private final IncidentHeaders people;
  private final PageRenderer pages;
  private final Clock clock;

  ActNotices(
      ConfirmationPeriod confirmation,
      StaffDirectory staff,
      IncidentHeaders people,
      PageRenderer pages,
      Clock clock) {
    this.confirmation = confirmation;
    this.staff = staff;
    this.people = people;
    this.pages = pages;
    this.clock = clock;
  }

  /** Such as "INC-2026-000123 is on hold until Monday"; without a result yet, what was done. */
  String words(IncidentAction act, IncidentView now, Visitor visitor) {
    String number = now.number();
    return switch (act) {
      case CLAIM, START, RESUME ->
          now.status() == Status.IN_PROGRESS
              ? say("inProgress", visitor, number, name(now.assignee()))
              : done(act, visitor);
      case HOLD, EXTEND ->
          now.hold() == null
              ? done(act, visitor)
              : say("onHold", visitor, number, at(now.hold().until(), visitor));
      case RESOLVE, AMEND ->
          now.status() == Status.RESOLVED ? resolved(now, visitor) : done(act, visitor);
      case ASSIGN, RELEASE, PASS_TO_SECOND_LINE ->
          now.assignee() == null
              ? say("inQueue", visitor, number, team(now.team()))
              : say("assigned", visitor, number, name(now.assignee()), team(now.team()));
      case REPRIORITISE ->
          now.priority() == null
              ? done(act, visitor)
              : say("priority", visitor, number, now.priority().name());
      case CONFIRM, DUPLICATE, CANCEL, REOPEN, ASK_FOR_HELP -> say(act.name(), visitor, number);
    };
  }

  private String resolved(IncidentView now, Visitor visitor) {
    return confirmation
        .endOf(new IncidentNumber(now.number()))
        .map(end -> say("resolved", visitor, now.number(), at(end, visitor)))
        .orElseGet(() -> done(IncidentAction.RESOLVE, visitor));
  }

  private String done(IncidentAction act, Visitor visitor) {
    return pages.words("notice.done", visitor.locale(), pages.name("act", act, visitor.locale()));
  }

  private String say(String key, Visitor visitor, Object... values) {
    return pages.words("notice.act." + key, visitor.locale(), values);
  }

  private String at(Instant instant, Visitor visitor) {
    return visitor.at(instant, clock.instant());
  }

  private String name(String login) {
    return login == null ? "–" : people.person(login);
  }

  private String team(String code) {
    return code == null ? "–" : staff.team(code).map(TeamView::name).orElse(code);
  }
}
