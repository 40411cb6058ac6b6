package dev.baton.desk.web.incident;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Suggestion;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentAction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.OfferedActions;
import dev.baton.incident.link.IncidentLinks;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is linked with an incident: shown beside it, found by typing, set and removed. */
@RestController
@RequestMapping("/desk/incidents/{number}")
@Hidden
class IncidentLinksPage {

  private final IncidentLinks links;
  private final RelatedIncidentSearch neighbours;
  private final LinkCandidates candidates;
  private final OfferedActions offered;
  private final IncidentAnswers answers;
  private final PageAccess access;
  private final PageRenderer pages;

  IncidentLinksPage(
      IncidentLinks links,
      RelatedIncidentSearch neighbours,
      LinkCandidates candidates,
      OfferedActions offered,
      IncidentAnswers answers,
      PageAccess access,
      PageRenderer pages) {
    this.links = links;
    this.neighbours = neighbours;
    this.candidates = candidates;
    this.offered = offered;
    this.answers = answers;
    this.access = access;
    this.pages = pages;
  }

  /** Linked and similar incidents. */
  @GetMapping("/around")
  ResponseEntity<String> around(@PathVariable String number) {
    Visitor visitor = access.visitor(Permission.READ);
    IncidentView incident = access.incident(visitor, number);
    return IncidentPageController.html(around(incident, visitor));
  }

  /** Incidents of the same client by number, words or requester, to be linked. */
  @GetMapping(path = "/candidates", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<Suggestion>> candidates(
      @PathVariable String number, @RequestParam(defaultValue = "") String q) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentView incident = access.incident(visitor, number);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(candidates.of(incident, q.strip(), visitor));
  }

  /**
   * @param relation {@code parent} if the other is its parent, {@code child} if it is the other's
   */
  @PostMapping("/links")
  ResponseEntity<String> link(
      @PathVariable String number,
      @RequestParam String relation,
      @RequestParam String other,
      @RequestParam Map<String, String> given) {
    return change(number, relation, other, given, "link.done", links::setParent);
  }

  @PostMapping("/links/remove")
  ResponseEntity<String> unlink(
      @PathVariable String number,
      @RequestParam String relation,
      @RequestParam String other,
      @RequestParam Map<String, String> given) {
    return switch (relation) {
      case "original", "duplicate" ->
          around(number, given, (own, visitor) -> unlinkDuplicate(own, relation, other, visitor));
      default -> change(number, relation, other, given, "link.removed", links::removeParent);
    };
  }

  private Function<IncidentView, String> unlinkDuplicate(
      IncidentNumber own, String relation, String typed, Visitor visitor) {
    IncidentNumber other = numberIn(typed);
    IncidentNumber duplicate = relation.equals("original") ? own : other;
    IncidentNumber original = relation.equals("original") ? other : own;
    links.removeOriginal(duplicate, original);
    IncidentView now = access.incident(visitor, duplicate.value());
    String status = pages.name("status", now.status(), visitor.locale());
    String words = pages.words(next(now), visitor.locale(), duplicate, original, status);
    return incident -> words;
  }

  /** What is said of the work that may be left. */
  private String next(IncidentView duplicate) {
    if (duplicate.status().isFinal()) {
      return "link.removed.duplicate";
    }
    boolean mayReopen =
        access.may(Permission.REOPEN)
            && offered.of(new IncidentNumber(duplicate.number())).contains(IncidentAction.REOPEN);
    return mayReopen ? "link.removed.reopen" : "link.removed.open";
  }

  private ResponseEntity<String> change(
      String number,
      String relation,
      String typed,
      Map<String, String> given,
      String done,
      LinkChange change) {
    return around(
        number,
        given,
        (own, visitor) -> {
          IncidentNumber other = numberIn(typed);
          switch (relation) {
            case "parent" -> change.between(own, other);
            case "child" -> change.between(other, own);
            default ->
                throw new InvalidInput("relation", LocalizableText.of("refused.link.relation"));
          }
          return now -> pages.words(done, visitor.locale(), own.value(), other.value());
        });
  }

  /** Does the work, and answers with what stands around the incident now. */
  private ResponseEntity<String> around(String number, Map<String, String> given, LinkWork work) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentView incident = access.incident(visitor, number);
    IncidentNumber own = new IncidentNumber(incident.number());
    ResponseEntity<String> answer =
        answers.answer(incident, visitor, given, () -> work.on(own, visitor));
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .body(answer.getBody() + replaced(access.incident(visitor, number), visitor));
  }

  /** Sets or removes that one is a child of the other. */
  @FunctionalInterface
  private interface LinkChange {
    void between(IncidentNumber child, IncidentNumber parent);
  }

  /** Changes what an incident is linked with; returns the words of the notice. */
  @FunctionalInterface
  private interface LinkWork {
    Function<IncidentView, String> on(IncidentNumber own, Visitor visitor);
  }

  private IncidentNumber numberIn(String typed) {
    return IncidentNumber.parse(typed.strip())
        .orElseThrow(
            () -> new InvalidInput("other", LocalizableText.of("refused.incident.choose")));
  }

  private String replaced(IncidentView incident, Visitor visitor) {
    return "<div hx-swap-oob=\"innerHTML:#incident-around\">"
        + around(incident, visitor)
        + "</div>";
  }

  private String around(IncidentView incident, Visitor visitor) {
    Map<String, Object> model = new HashMap<>(neighbours.of(incident, visitor));
    model.put("base", "/desk/incidents/" + incident.number());
    boolean mayLink = !visitor.isOfClient() && access.may(Permission.WORK);
    model.put("mayLink", mayLink);
    model.put("mayMerge", mayLink && !incident.status().isFinal());
    return pages.part("around", "around", visitor.locale(), model);
  }
}
