package dev.baton.desk.web.people;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.assignment.OpenWork;
import dev.baton.web.NotFound;
import dev.baton.web.validation.FieldError;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The forms for shifts, absences and deputies: a page shows them in place. */
@RestController
@RequestMapping("/desk/people")
@Hidden
class RotaFormController {

  static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private final RotaForms forms;
  private final SubmitRotaForm submit;
  private final PeopleNames names;
  private final OpenWork work;
  private final PeopleAccess access;
  private final PageRenderer pages;
  private final Clock clock;

  RotaFormController(
      RotaForms forms,
      SubmitRotaForm submit,
      PeopleNames names,
      OpenWork work,
      PeopleAccess access,
      PageRenderer pages,
      Clock clock) {
    this.forms = forms;
    this.submit = submit;
    this.names = names;
    this.work = work;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/forms/{form}")
  ResponseEntity<String> form(
      @PathVariable String form, @RequestParam MultiValueMap<String, String> given) {
    Visitor visitor = access.visitor();
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(forms.html(known(form), given, Map.of(), visitor));
  }

  /** Names of people for what somebody has typed into one of the fields. */
  @GetMapping("/names")
  ResponseEntity<String> names(
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String deputy,
      @RequestParam(defaultValue = "") String taker) {
    Visitor visitor = access.visitor();
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(
            pages.part(
                "people-form",
                "names",
                visitor.locale(),
                Map.of("names", names.like(login.isEmpty() ? deputy + taker : login))));
  }

  /** Says what came of it, or shows the form again with what is wrong. */
  @PostMapping("/forms/{form}")
  ResponseEntity<String> submit(
      @PathVariable String form, @RequestParam MultiValueMap<String, String> given) {
    Visitor visitor = access.visitor();
    RotaForm known = known(form);
    RotaFormInput input = new RotaFormInput(given, visitor, names::find);
    try {
      String done = submit.submit(known, input, visitor);
      return known == RotaForm.ABSENCE
          ? done(pages, done, openWork(given.getFirst("login")), visitor)
          : done(pages, done, visitor);
    } catch (RotaFormInput.Refused refused) {
      return refused(known, given, input, visitor);
    } catch (InvalidInput problem) {
      problem
          .problems()
          .forEach(
              each -> {
                if (known.isShiftChange()) {
                  input.refused(ShiftChangeForms.field(each.field()), text(each, visitor));
                } else {
                  add(each, input);
                }
              });
      return refused(known, given, input, visitor);
    }
  }

  /** The page reads anew what it shows of the rota. */
  static ResponseEntity<String> done(PageRenderer pages, String words, Visitor visitor) {
    return done(pages, words, null, visitor);
  }

  /** What somebody who will be away has on hand; null if nothing. */
  private OpenWorkLink openWork(String login) {
    return names
        .find(login)
        .map(
            agent ->
                new OpenWorkLink(
                    agent.login(),
                    work.ofPeople(Set.of(agent.login())).getOrDefault(agent.login(), 0L)))
        .filter(link -> link.open() > 0)
        .orElse(null);
  }

  /** Leads to the incidents that somebody holds, to give them to others. */
  record OpenWorkLink(String login, long open) {}

  private static ResponseEntity<String> done(
      PageRenderer pages, String words, OpenWorkLink work, Visitor visitor) {
    Map<String, Object> model = new HashMap<>();
    model.put("words", words);
    model.put("work", work);
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("HX-Trigger", "people-changed")
        .body(pages.part("people-form", "notice", visitor.locale(), model));
  }

  private ResponseEntity<String> refused(
      RotaForm form, MultiValueMap<String, String> given, RotaFormInput input, Visitor visitor) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(
            forms.html(form, given, input.problems(), visitor)
                + pages.part("people-form", "notice", visitor.locale(), Map.of("words", "")));
  }

  private String text(FieldError problem, Visitor visitor) {
    return PageRenderer.inTimeOf(visitor, pages.reason(problem, visitor.locale()), clock.instant());
  }

  /** What the use case found that the form could not know. */
  private static void add(FieldError problem, RotaFormInput input) {
    switch (problem.field()) {
      case "deputy" -> input.problem("deputy", "circle");
      case "team" -> input.problem("post", "notInTeam");
      case "from" -> input.problem("from", "overlap");
      default -> input.problem("login", "other");
    }
  }

  private static RotaForm known(String form) {
    return RotaForm.named(form).orElseThrow(() -> new NotFound("form", form));
  }
}
