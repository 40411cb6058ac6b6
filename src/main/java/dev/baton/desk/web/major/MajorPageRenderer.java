package dev.baton.desk.web.major;

import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.major.MajorAct;
import dev.baton.major.MajorDetails;
import dev.baton.major.MajorIncidentActions;
import dev.baton.major.MajorIncidentView;
import dev.baton.major.MajorState;
import dev.baton.staff.StaffDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
  private final MajorPeopleRows people;
  private final MajorReviewRows reviews;
  private final MajorLines lines;
  private final MajorDrafts drafts;
  private final MajorCountdown countdown;
  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final PageAccess access;
  private final PageLayout layout;
  private final PageRenderer pages;
  private final Clock clock;

  MajorPageRenderer(
      MajorIncidentActions actions,
      MajorPeopleRows people,
      MajorReviewRows reviews,
      MajorLines lines,
      MajorDrafts drafts,
      MajorCountdown countdown,
      ClientDirectory clients,
      StaffDirectory staff,
      PageAccess access,
      PageLayout layout,
      PageRenderer pages,
      Clock clock) {
    this.actions = actions;
    this.people = people;
    this.reviews = reviews;
    this.lines = lines;
    this.drafts = drafts;
    this.countdown = countdown;
    this.clients = clients;
    this.staff = staff;
    this.access = access;
    this.layout = layout;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * An incident that belongs to it.
   *
   * @param due the earliest deadline of its clocks; null if none runs
   */
  record RelatedRow(
      String number, String subject, String requester, String statusWords, String due) {}

  record UpdateRow(String at, String author, String clientText, String internalText, int told) {}

  /**
   * @param done what the visitor has just done: one of {@link #DONE}; anything else says nothing
   */
  Map<String, Object> of(MajorDetails major, String done, Visitor visitor) {
    Instant now = clock.instant();
    Map<String, Object> model = layout.model(visitor);
    addState(model, major.major(), visitor, now);
    addIncident(model, major.incident(), visitor);
    addActs(model, major, visitor);
    model.put("lead", people.lead(major.lead(), visitor, now));
    model.put("people", people.others(new IncidentNumber(major.major().number()), visitor, now));
    model.put("related", major.related().stream().map(one -> row(one, visitor, now)).toList());
    model.put("updates", updates(major, visitor, now));
    model.put("review", reviews.review(major.review(), visitor, now));
    model.put("actions", reviews.actions(major.actions(), visitor, now));
    model.put("lines", lines.of(new IncidentNumber(major.major().number()), visitor, now));
    model.put("login", visitor.caller().login());
    model.put("today", LocalDate.ofInstant(now, visitor.zone()).toString());
    model.put(
        "done", DONE.contains(done) ? pages.words("major.done." + done, visitor.locale()) : null);
    return model;
  }

  private void addState(
      Map<String, Object> model, MajorIncidentView view, Visitor visitor, Instant now) {
    model.put("base", MajorPageController.PAGE + view.number());
    model.put("number", view.number());
    model.put("stateWords", pages.name("majors.state", view.state(), visitor.locale()));
    model.put("declared", declared(view, visitor, now));
    model.put("reason", view.reason());
    model.put("ended", ended(view, visitor, now));
    model.put("isOver", view.state().isOver());
    model.put("every", view.updateEveryMinutes());
    model.put("audience", view.audience());
    model.put("missed", view.missedUpdates());
    model.put("due", countdown.of(view.nextUpdateDue(), now, visitor));
    model.put("reviewDue", visitor.at(view.reviewDue(), now));
  }

  private void addIncident(Map<String, Object> model, IncidentView incident, Visitor visitor) {
    model.put("subject", incident.subject());
    model.put("client", clients.client(incident.clientId()).name());
    model.put("priority", incident.priority() == null ? null : incident.priority().name());
    model.put("incidentStatus", pages.name("status", incident.status(), visitor.locale()));
  }

  /** What can be done now, with what its forms begin with. */
  private void addActs(Map<String, Object> model, MajorDetails major, Visitor visitor) {
    MajorIncidentView view = major.major();
    Set<MajorAct> offered = actions.offered(new IncidentNumber(view.number()));
    boolean mayWork = access.may(Permission.WORK);
    model.put("mark", view.state() + " " + offered);
    model.put("isBeginning", isBeginning(view, offered));
    model.put("mayWork", mayWork);
    model.put("mayUpdate", mayWork && offered.contains(MajorAct.UPDATE));
    model.put("mayResolve", mayWork && offered.contains(MajorAct.RESOLVE_RELATED));
    model.put("mayReview", mayWork && offered.contains(MajorAct.REVIEW));
    model.put("mayStandDown", mayWork && offered.contains(MajorAct.STAND_DOWN));
    model.put("clientDraft", drafts.forClient(major));
    model.put("deskDraft", drafts.forDesk(major, visitor));
    model.put("once", UUID.randomUUID().toString());
    model.put("roles", people.roles(visitor));
    model.put("rows", ACTION_ROWS);
  }

  /**
   * The flow begins a moment after the declaration: it appoints the lead and asks for an update.
   */
  private static boolean isBeginning(MajorIncidentView view, Set<MajorAct> offered) {
    boolean isLed = view.state() == MajorState.DECLARED || view.state() == MajorState.RUNNING;
    return isLed && !offered.contains(MajorAct.UPDATE);
  }

  private String declared(MajorIncidentView view, Visitor visitor, Instant now) {
    return pages.words(
        "major.declared." + view.declaration(),
        visitor.locale(),
        visitor.at(view.declaredAt(), now),
        staff.name(view.declaredBy()));
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

  private RelatedRow row(MajorDetails.Related one, Visitor visitor, Instant now) {
    IncidentView incident = one.incident();
    String name = incident.requester().name();
    return new RelatedRow(
        incident.number(),
        incident.subject(),
        name == null ? incident.requester().email() : name,
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
                    staff.name(one.author()),
                    one.clientText(),
                    one.internalText(),
                    one.told()))
        .toList();
  }
}
