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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
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

  private final SetUpSteps steps;
  private final MailTest mail;
  private final MailboxCheck mailboxes;
  private final TestIncident incident;
  private final ClientDirectory clients;
  private final AdminLayout layout;
  private final PageAccess access;
  private final PageRenderer pages;

  SetUpController(
      SetUpSteps steps,
      MailTest mail,
      MailboxCheck mailboxes,
      TestIncident incident,
      ClientDirectory clients,
      AdminLayout layout,
      PageAccess access,
      PageRenderer pages) {
    this.steps = steps;
    this.mail = mail;
    this.mailboxes = mailboxes;
    this.incident = incident;
    this.clients = clients;
    this.layout = layout;
    this.access = access;
    this.pages = pages;
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
    return show(access.visitor(permission()), null);
  }

  @PostMapping("/mail")
  ResponseEntity<String> sendTestMessage() {
    Visitor visitor = access.visitor(permission());
    return show(visitor, mail.sendTo(visitor.caller().login()));
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
                "mailIn", LocalizableText.of("admin.setup.mailIn.failed", name, found.trouble())));
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
              LocalizableText.of("admin.plain", pages.reason(refused, visitor.locale()))));
    }
  }

  private ResponseEntity<String> show(Visitor visitor, SetUpResult result) {
    Map<String, Object> model = layout.model(visitor, name());
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
