package dev.baton.desk.web.incident;

import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.client.RequesterView;
import dev.baton.client.ServiceView;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Suggestion;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentAction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.OfferedActions;
import dev.baton.incident.category.CategorySuggestions;
import dev.baton.incident.edit.ChangedMeanwhile;
import dev.baton.incident.edit.EditIncident;
import dev.baton.incident.edit.IncidentChanges;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Edits an incident on its page; a problem is shown at its field, and nothing typed is lost. */
@RestController
@RequestMapping("/desk/incidents/{number}")
@Hidden
class IncidentEditPage {

  private static final int PEOPLE = 8;
  private static final int CATEGORIES = 60;

  private final EditIncident edits;
  private final OfferedActions offered;
  private final ClientDirectory clients;
  private final CategorySuggestions categories;
  private final IncidentAnswers answers;
  private final IncidentFragments parts;
  private final PageAccess access;
  private final PageRenderer pages;

  IncidentEditPage(
      EditIncident edits,
      OfferedActions offered,
      ClientDirectory clients,
      CategorySuggestions categories,
      IncidentAnswers answers,
      IncidentFragments parts,
      PageAccess access,
      PageRenderer pages) {
    this.edits = edits;
    this.offered = offered;
    this.clients = clients;
    this.categories = categories;
    this.answers = answers;
    this.parts = parts;
    this.access = access;
    this.pages = pages;
  }

  @GetMapping("/edit")
  ResponseEntity<String> open(@PathVariable String number) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentView incident = access.incident(visitor, number);
    EditForm form = EditForm.opened(IncidentChanges.asItIs(incident));
    return IncidentPageController.html(rendered(form, incident, visitor));
  }

  @PostMapping("/edit")
  ResponseEntity<String> save(
      @PathVariable String number, @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentView incident = access.incident(visitor, number);
    EditForm form = EditForm.submitted(given);
    if (isQuestionable(form, incident)) {
      String question =
          pages.words("edit.newCategory", visitor.locale(), form.values().category().strip());
      return refused(HttpStatus.UNPROCESSABLE_ENTITY, form.asked(question), incident, visitor);
    }
    try {
      return answers.answer(
          incident,
          visitor,
          given,
          () -> {
            edit(incident, form, "yes".equals(given.get("again")), visitor);
            return now -> pages.words("edit.saved", visitor.locale(), now.number());
          });
    } catch (FieldRefused refused) {
      IncidentView now = access.incident(visitor, number);
      EditForm again =
          refused.isConflict()
              ? form.overtaken(
                  IncidentChanges.asItIs(now),
                  refused.field(),
                  pages.words("edit.overtaken", visitor.locale(), refused.getMessage()))
              : form.refused(refused.field(), refused.getMessage());
      return refused(
          refused.isConflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY,
          again,
          now,
          visitor);
    }
  }

  /** People of the incident's client, for the field of the requester. */
  @GetMapping(path = "/requesters", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<Suggestion>> requesters(
      @PathVariable String number, @RequestParam(defaultValue = "") String q) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentView incident = access.incident(visitor, number);
    List<Suggestion> found =
        clients.peopleOf(incident.clientId(), q, PEOPLE).stream()
            .map(IncidentEditPage::suggestion)
            .toList();
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
  }

  private static Suggestion suggestion(RequesterView person) {
    String title = person.name() == null ? person.email() : person.name();
    return new Suggestion(
        person.email() == null ? title : person.email(),
        title,
        person.email() == null ? person.phone() : person.email(),
        person.vip() ? "★ VIP" : null);
  }

  private void edit(
      IncidentView incident, EditForm form, boolean prioritisesAgain, Visitor visitor) {
    IncidentNumber number = new IncidentNumber(incident.number());
    try {
      if (prioritisesAgain) {
        edits.editAndPrioritise(number, form.values(), form.seen());
      } else {
        edits.edit(number, form.values(), form.seen());
      }
    } catch (InvalidInput wrong) {
      throw new FieldRefused(wrong.field(), pages.reason(wrong, visitor.locale()), false);
    } catch (ChangedMeanwhile changed) {
      throw new FieldRefused(changed.field(), named(changed, incident), true);
    }
  }

  /** What the field says now, as the form shows it: a service by its name. */
  private String named(ChangedMeanwhile changed, IncidentView incident) {
    return changed.field().equals("service")
        ? clients
            .service(incident.clientId(), changed.value())
            .map(ServiceView::name)
            .orElse(changed.value())
        : changed.value();
  }

  private List<String> suggestions(IncidentView incident) {
    return categories.all(incident.clientId(), incident.service()).stream()
        .limit(CATEGORIES)
        .toList();
  }

  /** A category may be new, but is more often a slip of the finger. */
  private boolean isQuestionable(EditForm form, IncidentView incident) {
    String category = form.values().category().strip();
    return !category.isEmpty()
        && !category.equalsIgnoreCase(incident.category())
        && !category.equalsIgnoreCase(form.acceptedCategory())
        && !categories.has(category);
  }

  private ResponseEntity<String> refused(
      HttpStatus status, EditForm form, IncidentView incident, Visitor visitor) {
    return ResponseEntity.status(status)
        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
        .cacheControl(CacheControl.noStore())
        .body(
            rendered(form, incident, visitor)
                + parts.notice(pages.words("edit.refused", visitor.locale()), true, visitor));
  }

  private String rendered(EditForm form, IncidentView incident, Visitor visitor) {
    Map<String, Object> model = new HashMap<>();
    model.put("form", form);
    model.put("base", "/desk/incidents/" + incident.number());
    model.put("client", clients.client(incident.clientId()).name());
    model.put("services", clients.services(incident.clientId()));
    model.put("categories", suggestions(incident));
    model.put(
        "again",
        access.may(Permission.REPRIORITISE)
            && offered
                .of(new IncidentNumber(incident.number()))
                .contains(IncidentAction.REPRIORITISE));
    return pages.part("edit", "form", visitor.locale(), model);
  }

  /** What was typed into a field was not accepted, or came too late. */
  private static final class FieldRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final boolean conflict;

    FieldRefused(String field, String message, boolean conflict) {
      super(message);
      this.field = field;
      this.conflict = conflict;
    }

    String field() {
      return field;
    }

    boolean isConflict() {
      return conflict;
    }
  }
}
