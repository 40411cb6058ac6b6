package dev.baton.desk.web.major;

import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.people.PeopleNames;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.major.MajorAct;
import dev.baton.major.MajorDetails;
import dev.baton.major.MajorIncidentActions;
import dev.baton.major.MajorIncidentView;
import dev.baton.major.MajorParticipant;
import dev.baton.major.MajorParticipants;
import dev.baton.major.MajorRole;
import dev.baton.major.MajorState;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Presence;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Renders the page of a major incident. */
@Component
class MajorPageRenderer {

  /** What the page can say was done: each has a text {@code major.done.*}. */
  private static final Set<String> DONE =
      Set.of(
          "declared",
          "update",
          "lead",
          "role",
          "left",
          "link",
          "unlink",
          "resolved",
          "kept-open",
          "stand-down",
          "review",
          "action");

  private static final int ACTION_ROWS = 12;

  private final MajorIncidentActions actions;
  private final MajorParticipants participants;
  private final MajorLines lines;
  private final MajorDrafts drafts;
  private final MajorCountdown countdown;
  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final Duty duty;
  private final PeopleNames people;
  private final PageAccess access;
  private final PageLayout layout;
  private final PageRenderer pages;
  private final Clock clock;

  MajorPageRenderer(
      MajorIncidentActions actions,
      MajorParticipants participants,
      MajorLines lines,
      MajorDrafts drafts,
      MajorCountdown countdown,
      ClientDirectory clients,
      StaffDirectory staff,
      Duty duty,
      PeopleNames people,
      PageAccess access,
      PageLayout layout,
      PageRenderer pages,
      Clock clock) {
    this.actions = actions;
    this.participants = participants;
    this.lines = lines;
    this.drafts = drafts;
    this.countdown = countdown;
    this.clients = clients;
    this.staff = staff;
    this.duty = duty;
    this.people = people;
    this.access = access;
    this.layout = layout;
    this.pages = pages;
    this.clock = clock;
  }

  /** Somebody with what they do here; {@code duty} says whether they are there. */
  record PersonRow(
      MajorRole role, String roleWords, String login, String name, boolean onDuty, String duty) {}

  /**
   * An incident that belongs to it.
   *
   * @param due the earliest deadline of its clocks; null if none runs
   */
  record RelatedRow(
      String number,
      String subject,
      String requester,
      String status,
      String statusWords,
      String due) {}

  record UpdateRow(String at, String author, String clientText, String internalText, int told) {}

  record ActionRow(
      long id,
      String owner,
      String title,
      String due,
      boolean isLate,
      boolean isDone,
      String doneWords) {}

  record ReviewText(
      String summary, String cause, String wentWell, String wentBadly, String by, String at) {}

  record RoleChoice(String value, String label) {}

  Map<String, Object> of(MajorDetails major, String done, Visitor visitor) {
    Instant now = clock.instant();
    MajorIncidentView view = major.major();
    IncidentView incident = major.incident();
    IncidentNumber number = new IncidentNumber(view.number());
    Set<MajorAct> offered = actions.offered(number);
    boolean mayWork = access.may(Permission.WORK);
    Map<String, Object> model = layout.model(visitor);
    model.put("base", MajorPageController.PAGE + view.number());
    model.put("number", view.number());
    model.put("subject", incident.subject());
    model.put("client", clients.client(incident.clientId()).name());
    model.put("priority", incident.priority() == null ? null : incident.priority().name());
    model.put("state", view.state());
    model.put("stateWords", pages.name("majors.state", view.state(), visitor.locale()));
    model.put("incidentStatus", pages.name("status", incident.status(), visitor.locale()));
    model.put("declared", declared(view, visitor, now));
    model.put("reason", view.reason());
    model.put("ended", ended(view, visitor, now));
    model.put("every", view.updateEveryMinutes());
    model.put("audience", view.audience());
    model.put("missed", view.missedUpdates());
    model.put("lastUpdate", visitor.at(view.lastUpdateAt(), now));
    model.put("due", countdown.of(view.nextUpdateDue(), now, visitor));
    model.put("reviewDue", visitor.at(view.reviewDue(), now));
    model.put("lead", lead(major.lead(), visitor, now));
    model.put(
        "people", participants.of(number).stream().map(one -> row(one, visitor, now)).toList());
    model.put(
        "roles", Arrays.stream(MajorRole.values()).map(role -> choice(role, visitor)).toList());
    model.put("related", major.related().stream().map(one -> row(one, visitor, now)).toList());
    model.put("updates", updates(major, visitor, now));
    model.put("review", review(major.review(), visitor, now));
    model.put("actions", major.actions().stream().map(one -> row(one, visitor, now)).toList());
    model.put("lines", lines.of(number, visitor, now));
    model.put("mark", view.state() + " " + offered);
    model.put("isBeginning", isBeginning(view, offered));
    model.put("mayWork", mayWork);
    model.put("isOver", view.state().isOver());
    model.put("mayUpdate", mayWork && offered.contains(MajorAct.UPDATE));
    model.put("mayResolve", mayWork && offered.contains(MajorAct.RESOLVE_RELATED));
    model.put("mayReview", mayWork && offered.contains(MajorAct.REVIEW));
    model.put("mayStandDown", mayWork && offered.contains(MajorAct.STAND_DOWN));
    model.put("clientDraft", drafts.forClient(major));
    model.put("deskDraft", drafts.forDesk(major, visitor));
    model.put("rows", ACTION_ROWS);
    model.put("today", LocalDate.ofInstant(now, visitor.zone()).toString());
    model.put(
        "done", DONE.contains(done) ? pages.words("major.done." + done, visitor.locale()) : null);
    return model;
  }

  /**
   * The flow begins a moment after the declaration: it appoints the lead and asks for an update.
   */
  private static boolean isBeginning(MajorIncidentView view, Set<MajorAct> offered) {
    boolean isLed = view.state() == MajorState.DECLARED || view.state() == MajorState.RUNNING;
    return isLed && !offered.contains(MajorAct.UPDATE);
  }

  /** Whether the person in a field is on duty, in words; null if nobody is meant. */
  String duty(String field, Visitor visitor) {
    Instant now = clock.instant();
    return people
        .find(field)
        .map(agent -> words(duty.presence(agent.login(), now), visitor, now))
        .orElse(null);
  }

  private String words(Presence presence, Visitor visitor, Instant now) {
    return pages.words(presence.words(), visitor, now);
  }

  private String declared(MajorIncidentView view, Visitor visitor, Instant now) {
    return pages.words(
        "major.declared." + view.declaration(),
        visitor.locale(),
        visitor.at(view.declaredAt(), now),
        name(view.declaredBy()));
  }

  private String ended(MajorIncidentView view, Visitor visitor, Instant now) {
    return view.endedAt() == null
        ? null
        : pages.words(
            view.state() == MajorState.STOOD_DOWN ? "major.stoodDown" : "major.closed",
            visitor.locale(),
            visitor.at(view.endedAt(), now),
            view.endReason());
  }

  private PersonRow lead(Presence lead, Visitor visitor, Instant now) {
    return lead == null
        ? null
        : new PersonRow(
            null, null, lead.login(), lead.name(), lead.onDuty(), words(lead, visitor, now));
  }

  private PersonRow row(MajorParticipant one, Visitor visitor, Instant now) {
    Presence presence = duty.presence(one.login(), now);
    return new PersonRow(
        one.role(),
        pages.name("major.role", one.role(), visitor.locale()),
        one.login(),
        name(one.login()),
        presence.onDuty(),
        words(presence, visitor, now));
  }

  private RoleChoice choice(MajorRole role, Visitor visitor) {
    return new RoleChoice(role.name(), pages.name("major.role", role, visitor.locale()));
  }

  private RelatedRow row(MajorDetails.Related one, Visitor visitor, Instant now) {
    IncidentView incident = one.incident();
    String name = incident.requester().name();
    return new RelatedRow(
        incident.number(),
        incident.subject(),
        name == null ? incident.requester().email() : name,
        incident.status().name(),
        pages.name("status", incident.status(), visitor.locale()),
        visitor.at(one.nextDue(), now));
  }

  /** The newest first. */
  private List<UpdateRow> updates(MajorDetails major, Visitor visitor, Instant now) {
    return major.updates().stream()
        .sorted(Comparator.comparing(MajorDetails.Update::at).reversed())
        .map(
            one ->
                new UpdateRow(
                    visitor.at(one.at(), now),
                    name(one.author()),
                    one.clientText(),
                    one.internalText(),
                    one.told()))
        .toList();
  }

  private ReviewText review(MajorDetails.Review review, Visitor visitor, Instant now) {
    return review == null
        ? null
        : new ReviewText(
            review.summary(),
            review.cause(),
            review.wentWell(),
            review.wentBadly(),
            name(review.writtenBy()),
            visitor.at(review.writtenAt(), now));
  }

  private ActionRow row(MajorDetails.Action action, Visitor visitor, Instant now) {
    boolean isDone = action.doneAt() != null;
    return new ActionRow(
        action.id(),
        name(action.owner()),
        action.title(),
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(visitor.locale())
            .format(action.dueOn()),
        !isDone && action.dueOn().isBefore(LocalDate.ofInstant(now, visitor.zone())),
        isDone,
        isDone
            ? pages.words(
                "major.actionDone",
                visitor.locale(),
                name(action.doneBy()),
                visitor.at(action.doneAt(), now))
            : null);
  }

  private String name(String login) {
    return staff.agent(login).map(AgentView::name).orElse(login);
  }
}
