package dev.baton.desk.web.incident;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.ReceivedMailPage;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.ContactView;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.UnknownContact;
import dev.baton.notification.Audience;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.plan.PreviewMessages;
import dev.baton.notification.template.RenderedMessage;
import dev.baton.web.text.FormattedText;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows an incident as a page and as a panel for Tasklist, and sends updates. */
@RestController
@RequestMapping("/desk/incidents/{number}")
@Hidden
class IncidentPageController {

  private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private final IncidentFragments parts;
  private final OpenedIncidents openings;
  private final ViewerLine viewers;
  private final NoteText notes;
  private final ContactLog contacts;
  private final ReceivedMailPage mailPage;
  private final PreviewMessages previews;
  private final PageAccess access;
  private final PageLayout frame;
  private final PageRenderer pages;

  IncidentPageController(
      IncidentFragments parts,
      OpenedIncidents openings,
      ViewerLine viewers,
      NoteText notes,
      ContactLog contacts,
      ReceivedMailPage mailPage,
      PreviewMessages previews,
      PageAccess access,
      PageLayout frame,
      PageRenderer pages) {
    this.parts = parts;
    this.openings = openings;
    this.viewers = viewers;
    this.notes = notes;
    this.contacts = contacts;
    this.mailPage = mailPage;
    this.previews = previews;
    this.access = access;
    this.frame = frame;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<String> page(
      @PathVariable String number,
      @RequestParam(required = false) String order,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String shown,
      @RequestParam(required = false) String view) {
    Visitor visitor = access.visitor(Permission.READ);
    IncidentView incident = access.incident(visitor, number);
    openings.opened(incident, visitor);
    Map<String, Object> model = frame.model(visitor);
    model.put("title", incident.number() + " " + incident.subject());
    model.put("panel", parts.panel(incident, visitor, TimelineFilter.of(order, from, shown, view)));
    return html(pages.page("incident-page", visitor.locale(), model));
  }

  /** The same, and no page may frame it. */
  @GetMapping("/panel")
  ResponseEntity<String> panel(
      @PathVariable String number,
      @RequestParam(required = false) String order,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String shown,
      @RequestParam(required = false) String view) {
    Visitor visitor = access.visitor(Permission.READ);
    IncidentView incident = access.incident(visitor, number);
    openings.opened(incident, visitor);
    return html(parts.panel(incident, visitor, TimelineFilter.of(order, from, shown, view)));
  }

  /** Returns the parts that differ from what is on the screen; 204 if there are none. */
  @GetMapping("/news")
  ResponseEntity<String> news(
      @PathVariable String number, @RequestParam Map<String, String> asked) {
    Visitor visitor = access.visitor(Permission.READ);
    IncidentView incident = access.incident(visitor, number);
    String news =
        IncidentAnswers.isSomebodyElse(asked, visitor)
            ? ""
            : parts.news(incident, visitor, asked) + viewers.news(incident, visitor, asked);
    return news.isEmpty() ? ResponseEntity.noContent().build() : html(news);
  }

  /** The full version of a long text. */
  @GetMapping("/contacts/{id}/text")
  ResponseEntity<String> text(@PathVariable String number, @PathVariable long id) {
    Visitor visitor = access.visitor(Permission.READ);
    ContactView contact = contact(visitor, number, id);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("text", contact.body());
    if (contact.visibility() == Visibility.INTERNAL) {
      model.put("html", notes.html(contact.body()));
    } else if (contact.direction() == Direction.OUT) {
      model.put("html", FormattedText.html(contact.body()));
    }
    return html(pages.part("incident", "text", visitor.locale(), model));
  }

  /** A received mail, sanitised; alone in its window. */
  @GetMapping("/contacts/{id}/mail")
  ResponseEntity<String> mail(@PathVariable String number, @PathVariable long id) {
    Visitor visitor = access.visitor(Permission.READ_CONTACT_LOG);
    ContactView contact = contact(visitor, number, id);
    return mailPage.of(contact.id(), visitor.locale());
  }

  /** A preview of the mail to the client. */
  @PostMapping("/preview")
  ResponseEntity<String> preview(
      @PathVariable String number, @RequestParam(defaultValue = "") String text) {
    Visitor visitor = access.visitor(Permission.READ_CONTACT_LOG);
    IncidentView incident = access.incident(visitor, number);
    RenderedMessage mail =
        previews.preview(
            new IncidentNumber(incident.number()),
            NotificationEvent.UPDATE,
            Audience.REQUESTER,
            null,
            text,
            visitor.caller().login());
    return html(
        pages.part(
            "incident",
            "preview",
            visitor.locale(),
            Map.of("subject", mail.subject(), "text", mail.text())));
  }

  private ContactView contact(Visitor visitor, String number, long id) {
    IncidentView incident = access.incident(visitor, number);
    return contacts
        .find(new IncidentNumber(incident.number()), id)
        .filter(contact -> !visitor.isOfClient() || contact.visibility() == Visibility.CLIENT)
        .orElseThrow(() -> new UnknownContact(id));
  }

  static ResponseEntity<String> html(String body) {
    return ResponseEntity.ok().contentType(HTML).cacheControl(CacheControl.noStore()).body(body);
  }
}
