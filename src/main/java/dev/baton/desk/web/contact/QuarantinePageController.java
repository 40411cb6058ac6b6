package dev.baton.desk.web.contact;

import dev.baton.access.Permission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.intake.mail.Quarantine;
import dev.baton.web.DownloadHeaders;
import dev.baton.web.NotFound;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mails that could not be taken in: why, the mail itself, and what is to become of it. */
@RestController
@RequestMapping("/desk/contacts/quarantine")
@Hidden
class QuarantinePageController {

  private static final int ON_A_PAGE = 25;

  private final Quarantine quarantine;
  private final ContactTabs tabs;
  private final AuditTrail trail;
  private final PageAccess access;
  private final PageRenderer pages;
  private final Clock clock;

  QuarantinePageController(
      Quarantine quarantine,
      ContactTabs tabs,
      AuditTrail trail,
      PageAccess access,
      PageRenderer pages,
      Clock clock) {
    this.quarantine = quarantine;
    this.tabs = tabs;
    this.trail = trail;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  /** A mail that waits for a decision. */
  record HeldRow(
      long id, String at, String sender, String subject, String about, String why, String error) {}

  /**
   * @param done what was decided last: retry or dismiss; null for nothing
   */
  @GetMapping
  ResponseEntity<String> list(
      @RequestParam(required = false) String page, @RequestParam(required = false) String done) {
    Visitor visitor = access.visitor(Permission.READ_CONTACT_LOG);
    int asked = ContactListFilter.page(page);
    Page<Quarantine.HeldMail> found = quarantine.waiting(PageRequest.of(asked, ON_A_PAGE));
    Map<String, Object> model = tabs.model("quarantine", visitor);
    model.put("rows", found.stream().map(mail -> row(mail, visitor)).toList());
    model.put("mayDecide", access.may(Permission.WORK));
    model.put(
        "outcome",
        Arrays.stream(Quarantine.Outcome.values())
            .filter(outcome -> outcome.name().equalsIgnoreCase(done))
            .findFirst()
            .map(outcome -> pages.name("contacts.quarantine.done", outcome, visitor.locale()))
            .orElse(null));
    model.put("pageNumber", pages.words("list.page", visitor.locale(), asked + 1));
    model.put("previous", asked == 0 ? null : link(asked - 1));
    model.put("next", found.hasNext() ? link(asked + 1) : null);
    return ContactListController.html(pages.page("contacts-quarantine", visitor.locale(), model));
  }

  private static String link(int page) {
    return "/desk/contacts/quarantine" + (page == 0 ? "" : "?page=" + page);
  }

  private HeldRow row(Quarantine.HeldMail mail, Visitor visitor) {
    Locale locale = visitor.locale();
    String size = NumberFormat.getIntegerInstance(locale).format(Math.max(1, mail.size() / 1024));
    String why =
        mail.isCut()
            ? pages.words("contacts.quarantine.tooLarge", locale)
            : mail.tries() > 0
                ? pages.words("contacts.quarantine.failed", locale, mail.tries())
                : pages.words("contacts.quarantine.refused", locale);
    return new HeldRow(
        mail.id(),
        visitor.at(mail.receivedAt(), clock.instant()),
        mail.sender(),
        mail.subject(),
        pages.words("contacts.quarantine.about", locale, mail.box(), size),
        why,
        mail.isCut() ? null : mail.error());
  }

  /** The mail as it came, to be looked at elsewhere. */
  @GetMapping("/{id}/raw")
  ResponseEntity<byte[]> raw(@PathVariable long id) {
    access.visitor(Permission.READ_CONTACT_LOG);
    byte[] raw = quarantine.raw(id).orElseThrow(() -> new NotFound("mail", String.valueOf(id)));
    trail.record(AuditEntry.of(AuditKind.SEEN, "mail " + id, "Quarantined email"));
    return DownloadHeaders.of("mail-" + id + ".eml", raw);
  }

  @PostMapping("/{id}/{outcome}")
  ResponseEntity<Void> decide(@PathVariable long id, @PathVariable String outcome) {
    access.visitor(Permission.WORK);
    quarantine.decide(
        id,
        Arrays.stream(Quarantine.Outcome.values())
            .filter(known -> known.name().equalsIgnoreCase(outcome))
            .findFirst()
            .orElseThrow(
                () -> new InvalidInput("outcome", LocalizableText.of("refused.choice", outcome))));
    return ResponseEntity.ok()
        .header("HX-Redirect", "/desk/contacts/quarantine?done=" + outcome)
        .build();
  }
}
