package dev.baton.admin.web.message;

import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentView;
import dev.baton.incident.UnknownIncident;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.template.ClientTemplate;
import dev.baton.notification.template.DraftMessages;
import dev.baton.notification.template.RenderedMessage;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows messages while their texts are typed, as a client would see the mail. */
@RestController
@RequestMapping(path = "/desk/admin/message-preview", produces = "text/html;charset=UTF-8")
@Hidden
class MessagePreviewPage {

  /** Nothing of the mail acts or loads; our own page may frame it. */
  private static final String ALONE =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors"
          + " 'self'";

  private final DraftMessages drafts;
  private final ClientDirectory clients;
  private final PageAccess access;
  private final PageRenderer pages;

  MessagePreviewPage(
      DraftMessages drafts, ClientDirectory clients, PageAccess access, PageRenderer pages) {
    this.drafts = drafts;
    this.clients = clients;
    this.access = access;
    this.pages = pages;
  }

  /** The subject, and a frame that asks for the mail; or what would be refused. */
  @PostMapping
  ResponseEntity<String> preview(@RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.KEEP_WORDS);
    Map<String, Object> model = new TreeMap<>();
    try {
      IncidentView incident = incident(given, visitor);
      model.put("subject", render(given, incident).subject());
      model.put("of", incident == null ? "" : incident.number() + " " + incident.subject());
      model.put("given", given);
      model.put("frame", "mail-" + UUID.randomUUID());
    } catch (InvalidInput refused) {
      model.put("problem", pages.reason(refused, visitor.locale()));
    } catch (UnknownIncident unknown) {
      String number = given.get("incident").strip();
      model.put("problem", pages.words("admin.message.noIncident", visitor.locale(), number));
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(pages.part("admin-message", "preview", visitor.locale(), model));
  }

  @PostMapping("/mail")
  ResponseEntity<String> mail(@RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.KEEP_WORDS);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", ALONE)
        .body(render(given, incident(given, visitor)).html());
  }

  /** Null for a made-up one. */
  private IncidentView incident(Map<String, String> given, Visitor visitor) {
    String number = given.getOrDefault("incident", "").strip();
    IncidentView incident = number.isEmpty() ? null : access.incident(visitor, number);
    if (incident != null
        && given.containsKey("client")
        && incident.clientId() != client(given).id()) {
      throw new UnknownIncident(number);
    }
    return incident;
  }

  private RenderedMessage render(Map<String, String> given, IncidentView incident) {
    Locale language = Locale.forLanguageTag(given.getOrDefault("language", "en"));
    if (given.containsKey("client")) {
      ClientTemplate draft =
          MessageFields.template(event(given.get("event")), language, given::get, "");
      return drafts.ofClient(draft, client(given), incident);
    }
    String suffix = MessageFields.suffix(language);
    ClientTemplate draft =
        MessageFields.template(event(given.get("code")), language, given::get, suffix);
    String name = given.getOrDefault("name" + suffix, "").strip();
    return drafts.ofEvent(
        isBlank(draft.subject()) && !name.isEmpty() ? named(draft, name) : draft, incident);
  }

  private static ClientTemplate named(ClientTemplate draft, String name) {
    return new ClientTemplate(
        draft.event(),
        draft.language(),
        EventTexts.subject(name, draft.language()),
        draft.opening(),
        draft.next(),
        draft.signature());
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private ClientView client(Map<String, String> given) {
    String code = given.get("client");
    return clients
        .find(code)
        .orElseThrow(
            () -> new InvalidInput("client", LocalizableText.of("refused.settings.client", code)));
  }

  /** While somebody types its code, it is none yet. */
  private static NotificationEvent event(String code) {
    try {
      return NotificationEvent.of(code);
    } catch (IllegalArgumentException unfinished) {
      return EventTexts.NEW;
    }
  }
}
