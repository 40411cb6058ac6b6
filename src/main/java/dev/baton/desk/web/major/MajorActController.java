package dev.baton.desk.web.major;

import dev.baton.access.Permission;
import dev.baton.desk.web.IncidentField;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.SubmittedForms;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.people.PeopleNames;
import dev.baton.incident.IncidentNumber;
import dev.baton.major.MajorIncidentActions;
import dev.baton.major.MajorIncidentSearch;
import dev.baton.major.MajorParticipants;
import dev.baton.major.MajorRole;
import dev.baton.major.ReviewText;
import dev.baton.staff.AgentView;
import dev.baton.web.NotFound;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.function.Consumer;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Does what somebody chose on the page of a major incident, and shows the page with the outcome.
 */
@RestController
@RequestMapping(MajorPageController.PAGE + "{number}")
@Hidden
class MajorActController {

  private final MajorIncidentActions actions;
  private final MajorParticipants participants;
  private final MajorIncidentSearch majors;
  private final MajorReviewForm reviews;
  private final MajorDrafts drafts;
  private final PeopleNames people;
  private final SubmittedForms sent;
  private final TransactionOperations transaction;
  private final PageAccess access;
  private final PageRenderer pages;

  MajorActController(
      MajorIncidentActions actions,
      MajorParticipants participants,
      MajorIncidentSearch majors,
      MajorReviewForm reviews,
      MajorDrafts drafts,
      PeopleNames people,
      SubmittedForms sent,
      TransactionOperations transaction,
      PageAccess access,
      PageRenderer pages) {
    this.actions = actions;
    this.participants = participants;
    this.majors = majors;
    this.reviews = reviews;
    this.drafts = drafts;
    this.people = people;
    this.sent = sent;
    this.transaction = transaction;
    this.access = access;
    this.pages = pages;
  }

  /**
   * The clients are told once, however often the form is sent.
   *
   * @param once the mark of the form
   */
  @PostMapping("/update")
  ResponseEntity<Void> update(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String clientText,
      @RequestParam(defaultValue = "") String internalText,
      @RequestParam(defaultValue = "") String once) {
    Visitor visitor = access.visitor(Permission.WORK);
    drafts.refuseGaps("clientText", clientText, visitor);
    drafts.refuseGaps("internalText", internalText, visitor);
    return act(
        number,
        "update",
        it ->
            transaction.executeWithoutResult(
                begun -> {
                  if (sent.isNew(once, visitor.caller().login())) {
                    actions.postUpdate(it, clientText, internalText);
                  }
                }));
  }

  @PostMapping("/lead")
  ResponseEntity<Void> lead(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String note) {
    Visitor visitor = access.visitor(Permission.WORK);
    AgentView agent = person("login", login, visitor);
    return act(number, "lead", it -> actions.appoint(it, agent.login(), note));
  }

  @PostMapping("/roles")
  ResponseEntity<Void> assign(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String login) {
    Visitor visitor = access.visitor(Permission.WORK);
    AgentView agent = person("login", login, visitor);
    MajorRole chosen = role(role, visitor);
    return act(number, "role", it -> participants.assign(it, chosen, agent.login()));
  }

  @PostMapping("/roles/{role}/{login}/remove")
  ResponseEntity<Void> remove(
      @PathVariable String number, @PathVariable String role, @PathVariable String login) {
    Visitor visitor = access.visitor(Permission.WORK);
    MajorRole chosen = role(role, visitor);
    return act(number, "left", it -> participants.remove(it, chosen, login));
  }

  @PostMapping("/link")
  ResponseEntity<Void> link(
      @PathVariable String number, @RequestParam(defaultValue = "") String incident) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentNumber child = child(incident, visitor);
    return act(number, "link", it -> actions.link(it, child));
  }

  @PostMapping("/unlink")
  ResponseEntity<Void> unlink(
      @PathVariable String number, @RequestParam(defaultValue = "") String incident) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentNumber child = child(incident, visitor);
    return act(number, "unlink", it -> actions.unlink(it, child));
  }

  private IncidentNumber child(String incident, Visitor visitor) {
    IncidentNumber child = IncidentField.number(incident);
    access.incident(visitor, child.value());
    return child;
  }

  /** Resolves the related incidents together, or leaves them open. */
  @PostMapping("/related")
  ResponseEntity<Void> related(
      @PathVariable String number,
      @RequestParam(defaultValue = "false") boolean resolve,
      @RequestParam(defaultValue = "") String note) {
    access.visitor(Permission.WORK);
    return act(
        number, resolve ? "resolved" : "kept-open", it -> actions.answerRelated(it, resolve, note));
  }

  @PostMapping("/stand-down")
  ResponseEntity<Void> standDown(
      @PathVariable String number, @RequestParam(defaultValue = "") String reason) {
    access.visitor(Permission.WORK);
    return act(number, "stand-down", it -> actions.standDown(it, reason));
  }

  @PostMapping("/review")
  ResponseEntity<Void> review(
      @PathVariable String number, @RequestParam MultiValueMap<String, String> given) {
    Visitor visitor = access.visitor(Permission.WORK);
    ReviewText text = reviews.text(given);
    var items = reviews.actions(given, visitor);
    return act(number, "review", it -> actions.review(it, text, items));
  }

  @PostMapping("/actions/{action}")
  ResponseEntity<Void> done(
      @PathVariable String number,
      @PathVariable long action,
      @RequestParam(defaultValue = "true") boolean done) {
    access.visitor(Permission.WORK);
    return act(
        number,
        "action",
        it -> {
          if (!actions.setDone(it, action, done)) {
            throw new NotFound("action", String.valueOf(action));
          }
        });
  }

  private ResponseEntity<Void> act(String number, String done, Consumer<IncidentNumber> work) {
    IncidentNumber known =
        IncidentNumber.parse(number)
            .filter(parsed -> majors.find(parsed).isPresent())
            .orElseThrow(() -> new NotFound("major-incident", number));
    work.accept(known);
    return ResponseEntity.ok()
        .header("HX-Redirect", MajorPageController.PAGE + known + "?done=" + done)
        .build();
  }

  private AgentView person(String field, String text, Visitor visitor) {
    return people
        .find(text)
        .orElseThrow(
            () ->
                new InvalidInput(
                    field, pages.words("major.nobody", visitor.locale(), text.strip())));
  }

  private MajorRole role(String name, Visitor visitor) {
    return Arrays.stream(MajorRole.values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("role", pages.words("major.noRole", visitor.locale())));
  }
}
