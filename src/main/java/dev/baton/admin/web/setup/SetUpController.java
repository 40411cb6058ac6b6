package dev.baton.admin.web.setup;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.AdminLayout;
import dev.baton.admin.web.AdminPage;
import dev.baton.client.ClientDirectory;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.intake.mail.MailboxCheck;
import dev.baton.web.NotFound;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The guide through the set-up, and what can be tried there. */
@RestController
@RequestMapping(path = SetUpController.PATH, produces = "text/html;charset=UTF-8")
@Order(10)
@Hidden
class SetUpController implements AdminPage {

  static final String PATH = "/desk/admin/setup";

  /** A message that takes longer is not waited for; the mailbox may still read it later. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SetUpSteps steps;
  private final MailTest mail;
  private final MailboxCheck mailboxes;
  private final TestIncident incident;
  private final ClientDirectory clients;
  private final AdminLayout layout;
  private final PageAccess access;
  private final PageRenderer pages;
  private final Clock clock;

  SetUpController(
      SetUpSteps steps,
      MailTest mail,
      MailboxCheck mailboxes,
      TestIncident incident,
      ClientDirectory clients,
      AdminLayout layout,
      PageAccess access,
      PageRenderer pages,
      Clock clock) {
    this.steps = steps;
    this.mail = mail;
    this.mailboxes = mailboxes;
    this.incident = incident;
    this.clients = clients;
    this.layout = layout;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "setup";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.SET_UP;
  }

  @Override
  public Permission permission() {
    return Permission.ADMINISTER;
  }

  @GetMapping
  ResponseEntity<String> guide() {
    return show(access.visitor(permission()), null, null);
  }

  @PostMapping("/mail")
  ResponseEntity<String> sendTestMessage() {
    Visitor visitor = access.visitor(permission());
    return show(visitor, mail.sendTo(visitor.caller().login()), null);
  }

  @PostMapping("/mailbox")
  ResponseEntity<String> testMailbox(@RequestParam String name) {
    Visitor visitor = access.visitor(permission());
    MailboxCheck.Finding found =
        mailboxes.check(name).orElseThrow(() -> new NotFound("mailbox", name));
    return show(
        visitor,
        found.trouble() == null
            ? SetUpResult.succeeded(
                "mailIn", LocalizableText.of("admin.setup.mailIn.opened", name, found.messages()))
            : SetUpResult.failed(
                "mailIn", LocalizableText.of("admin.setup.mailIn.failed", name, found.trouble())),
        null);
  }

  @PostMapping("/mailbox/message")
  ResponseEntity<String> sendToMailbox(@RequestParam String name) {
    Visitor visitor = access.visitor(permission());
    MailboxCheck.Mailbox mailbox =
        mailboxes.mailboxes().stream()
            .filter(box -> box.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new NotFound("mailbox", name));
    try {
      return show(visitor, null, mail.sendTo(mailbox, visitor.caller().login()));
    } catch (InvalidInput refused) {
      return show(
          visitor,
          SetUpResult.failed(
              "mailIn", LocalizableText.of("admin.plain", pages.reason(refused, visitor.locale()))),
          null);
    }
  }

  /** Whether a message that was sent to a mailbox has come in; the page asks again and again. */
  @GetMapping("/mailbox/arrival")
  ResponseEntity<String> arrival(
      @RequestParam String mailbox, @RequestParam String messageId, @RequestParam Instant sentAt) {
    Visitor visitor = access.visitor(permission());
    RoundTrip trip = new RoundTrip(mailbox, messageId, sentAt);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(pages.part("admin-setup", "trip", visitor.locale(), arrived(trip)));
  }

  private Map<String, Object> arrived(RoundTrip trip) {
    Map<String, Object> model = new HashMap<>();
    Optional<Instant> arrival = mailboxes.arrivalOf(trip.messageId());
    Duration waited = Duration.between(trip.sentAt(), arrival.orElseGet(clock::instant));
    model.put("trip", trip);
    model.put("arrived", arrival.isPresent());
    model.put("seconds", Math.max(0, waited.toSeconds()));
    model.put("overdue", arrival.isEmpty() && waited.compareTo(PATIENCE) > 0);
    return model;
  }

  @PostMapping("/incident")
  ResponseEntity<String> reportTestIncident(
      @RequestParam(defaultValue = "") String client,
      @RequestParam(defaultValue = "") String once) {
    Visitor visitor = access.visitor(permission());
    try {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create("/desk/incidents/" + incident.report(client, once, visitor)))
          .build();
    } catch (InvalidInput refused) {
      return show(
          visitor,
          SetUpResult.failed(
              "incident",
              LocalizableText.of("admin.plain", pages.reason(refused, visitor.locale()))),
          null);
    }
  }

  private ResponseEntity<String> show(Visitor visitor, SetUpResult result, RoundTrip trip) {
    Map<String, Object> model = layout.model(visitor, name());
    model.put("trip", null);
    if (trip != null) {
      model.putAll(arrived(trip));
    }
    List<SetUpStep> all = steps.all();
    model.put("steps", all);
    model.put(
        "facts", all.stream().map(step -> pages.words(step.fact(), visitor.locale())).toList());
    model.put("progress", SetUpSteps.count(all));
    model.put("mailboxes", mailboxes.mailboxes());
    model.put("clients", clients.clients());
    model.put("once", UUID.randomUUID().toString());
    model.put("result", result);
    model.put("said", result == null ? null : pages.words(result.text(), visitor.locale()));
    boolean isGood = result == null || result.isGood();
    return layout.answer(
        isGood ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY, "admin-setup", visitor, model);
  }
}
