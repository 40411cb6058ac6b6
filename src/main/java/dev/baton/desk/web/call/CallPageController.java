package dev.baton.desk.web.call;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page "Log a call", for whoever is on the telephone. */
@RestController
@Hidden
class CallPageController {

  private static final String HTML = "text/html;charset=UTF-8";
  private static final List<Channel> CHANNELS =
      List.of(Channel.PHONE, Channel.WALK_IN, Channel.CHAT, Channel.EMAIL, Channel.WEB);
  private static final List<Level> LEVELS = List.of(Level.LOW, Level.MEDIUM, Level.HIGH);

  private final CallFormCheck check;
  private final LogCall calls;
  private final CallerCards callers;
  private final PageAccess access;
  private final PageLayout layout;
  private final PageRenderer pages;

  CallPageController(
      CallFormCheck check,
      LogCall calls,
      CallerCards callers,
      PageAccess access,
      PageLayout layout,
      PageRenderer pages) {
    this.check = check;
    this.calls = calls;
    this.callers = callers;
    this.access = access;
    this.layout = layout;
    this.pages = pages;
  }

  /**
   * What came of the form.
   *
   * @param number of the incident; null for a contact without one, or if there are problems
   */
  record LoggedCall(String number, List<CallFormCheck.FieldProblem> problems) {}

  /**
   * @param caller what to look for at once, for example the number that a telephone system shows
   */
  @GetMapping(path = "/desk/calls/new", produces = HTML)
  ResponseEntity<String> page(@RequestParam(defaultValue = "") String caller) {
    Visitor visitor = access.visitor(Permission.LOG_CONTACT);
    Map<String, Object> model = layout.model(visitor);
    model.put("login", visitor.caller().login());
    model.put("once", UUID.randomUUID().toString());
    model.put("caller", caller);
    model.put("mayReport", access.may(Permission.REPORT));
    model.put("channels", CHANNELS);
    model.put("levels", LEVELS);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(pages.page("call-page", visitor.locale(), model));
  }

  /** Who the caller is; 204 for somebody who is not known. */
  @GetMapping(path = "/desk/calls/caller", produces = HTML)
  ResponseEntity<String> caller(
      @RequestParam(defaultValue = "") String client,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String phone) {
    Visitor visitor = access.visitor(Permission.LOG_CONTACT);
    return callers
        .of(client, email, name, phone, visitor)
        .map(card -> pages.part("call", "caller", visitor.locale(), Map.of("who", card)))
        .map(card -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(card))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  /** Logs the call. Problems are named by their fields, and nothing is stored then. */
  @PostMapping(path = "/desk/calls", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<LoggedCall> log(@RequestBody CallForm form) {
    Visitor visitor = access.visitor(Permission.LOG_CONTACT);
    if (form.person() != null && !form.person().equals(visitor.caller().login())) {
      return problem(HttpStatus.CONFLICT, "", pages.words("session.other", visitor.locale()));
    }
    List<CallFormCheck.FieldProblem> problems = check.problems(form, visitor.locale());
    if (!problems.isEmpty()) {
      return ResponseEntity.unprocessableEntity().body(new LoggedCall(null, problems));
    }
    try {
      String number = calls.log(form).map(IncidentNumber::value).orElse(null);
      return ResponseEntity.status(HttpStatus.CREATED).body(new LoggedCall(number, List.of()));
    } catch (InvalidInput refused) {
      return problem(
          HttpStatus.UNPROCESSABLE_ENTITY,
          field(refused.field()),
          pages.reason(refused, visitor.locale()));
    }
  }

  /** The form's key for the field of a report or contact. */
  private static String field(String name) {
    return switch (name) {
      case "requester.name", "from" -> "requesterName";
      case "requester.email", "email" -> "requesterEmail";
      case "requester.phone", "phone" -> "requesterPhone";
      case "body" -> "description";
      default -> name;
    };
  }

  private static ResponseEntity<LoggedCall> problem(
      HttpStatus status, String field, String message) {
    return ResponseEntity.status(status)
        .body(new LoggedCall(null, List.of(new CallFormCheck.FieldProblem(field, message, false))));
  }
}
