package dev.baton.notification.web;

import dev.baton.access.AccessControl;
import dev.baton.access.Caller;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.mail.Mail;
import dev.baton.mail.MailParser;
import dev.baton.notification.delivery.CaughtMail;
import dev.baton.notification.delivery.CaughtMails;
import dev.baton.notification.web.OutboxPageModel.ListedMail;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.NotFound;
import dev.baton.web.text.PageLocale;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Shows agents what would have been mailed if no mail server is configured. */
@RestController
@RequestMapping("/outbox")
@Hidden
class OutboxController {

  private static final int ON_A_PAGE = 50;
  private static final String HTML = "text/html;charset=UTF-8";

  /** Blocks scripts and remote content in mails; our own page may frame them. */
  private static final String ALONE =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors"
          + " 'self'";

  private final MailParser parser = new MailParser();
  private final CaughtMails mails;
  private final AccessControl rights;
  private final StaffDirectory staff;
  private final ITemplateEngine templates;
  private final MessageSource words;

  OutboxController(
      CaughtMails mails,
      AccessControl rights,
      StaffDirectory staff,
      ITemplateEngine templates,
      MessageSource words) {
    this.mails = mails;
    this.rights = rights;
    this.staff = staff;
    this.templates = templates;
    this.words = words;
  }

  @EndpointPermission(Permission.READ_CONTACT_LOG)
  @GetMapping(produces = HTML)
  String list(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page) {
    Caller caller = rights.allow(Permission.READ_CONTACT_LOG);
    PageRequest asked = PageRequest.of(Math.max(0, page), ON_A_PAGE);
    return render(
        "list",
        Map.of(
            "page",
            OutboxPageModel.of(
                q.strip(), mails.list(q.strip(), seesSignIns(), asked), timesOf(caller))));
  }

  @EndpointPermission(Permission.READ_CONTACT_LOG)
  @GetMapping(path = "/{id}", produces = HTML)
  String mail(@PathVariable long id) {
    Caller caller = rights.allow(Permission.READ_CONTACT_LOG);
    CaughtMail mail = caught(id);
    Mail read = parser.parse(mail.raw());
    return render(
        "mail",
        Map.of(
            "mail",
            ListedMail.of(mail, timesOf(caller)),
            "text",
            read.text(),
            "files",
            read.attachments()));
  }

  @EndpointPermission(Permission.READ_CONTACT_LOG)
  @GetMapping(path = "/{id}/html", produces = HTML)
  ResponseEntity<String> html(@PathVariable long id) {
    String html = CaughtMailView.html(caught(id).raw());
    return ResponseEntity.ok()
        .header("Content-Security-Policy", ALONE)
        .body(
            html == null
                ? "<p>" + words.getMessage("outbox.noHtml", null, PageLocale.current())
                : html);
  }

  @EndpointPermission(Permission.READ_CONTACT_LOG)
  @GetMapping("/{id}/raw")
  ResponseEntity<byte[]> raw(@PathVariable long id) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("message/rfc822"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("mail-" + id + ".eml").build().toString())
        .body(caught(id).raw());
  }

  private CaughtMail caught(long id) {
    rights.allow(Permission.READ_CONTACT_LOG);
    return mails
        .find(id, seesSignIns())
        .orElseThrow(() -> new NotFound("mail", String.valueOf(id)));
  }

  /** A link that sets a password is for its recipient, and for those who may invite anyway. */
  private boolean seesSignIns() {
    return rights.may(Permission.ADMINISTER);
  }

  private String render(String template, Map<String, Object> model) {
    return templates.process("outbox/" + template, new Context(PageLocale.current(), model));
  }

  /** In the zone of the person who looks. */
  private DateTimeFormatter timesOf(Caller caller) {
    Locale locale = PageLocale.current();
    return DateTimeFormatter.ofPattern(
            locale.equals(Locale.GERMANY)
                ? "EEE d. MMM uuuu, HH:mm:ss"
                : "EEE d MMM uuuu, HH:mm:ss",
            locale)
        .withZone(staff.agent(caller.login()).map(AgentView::zone).orElse(ZoneId.of("UTC")));
  }
}
