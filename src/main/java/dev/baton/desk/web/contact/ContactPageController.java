package dev.baton.desk.web.contact;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.ReceivedMailPage;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.ContactView;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.UnknownContact;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows one contact, with what may be done about it while it waits to be sorted. */
@RestController
@RequestMapping("/desk/contacts")
@Hidden
class ContactPageController {

  private final ContactLog contacts;
  private final ContactPageRenderer renderer;
  private final TriageChoices choices;
  private final ReceivedMailPage mailPage;
  private final PageAccess access;
  private final PageRenderer pages;

  ContactPageController(
      ContactLog contacts,
      ContactPageRenderer renderer,
      TriageChoices choices,
      ReceivedMailPage mailPage,
      PageAccess access,
      PageRenderer pages) {
    this.contacts = contacts;
    this.renderer = renderer;
    this.choices = choices;
    this.mailPage = mailPage;
    this.access = access;
    this.pages = pages;
  }

  /**
   * @param done the contact that was sorted before this one; null for none
   */
  @GetMapping("/{id}")
  ResponseEntity<String> page(@PathVariable long id, @RequestParam(required = false) Long done) {
    Visitor visitor = access.visitor(Permission.READ_CONTACT_LOG);
    ContactView contact = contacts.find(id).orElseThrow(() -> new UnknownContact(id));
    return ContactListController.html(
        pages.page("contact", visitor.locale(), renderer.of(contact, done, visitor)));
  }

  /** The mail as its sender laid it out; alone in its window. */
  @GetMapping("/{id}/mail")
  ResponseEntity<String> mail(@PathVariable long id) {
    Visitor visitor = access.visitor(Permission.READ_CONTACT_LOG);
    return mailPage.of(id, visitor.locale());
  }

  /** Incidents for a person who types. */
  @GetMapping("/choices/incidents")
  ResponseEntity<List<TriageChoices.Choice>> incidents(@RequestParam(defaultValue = "") String q) {
    Visitor visitor = access.visitor(Permission.LOG_CONTACT);
    return json(choices.incidents(q, visitor));
  }

  /** Requesters for a person who types. */
  @GetMapping("/choices/people")
  ResponseEntity<List<TriageChoices.Choice>> people(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String client) {
    access.visitor(Permission.LOG_CONTACT);
    return json(choices.people(q, client));
  }

  /** Services of a client for a person who types. */
  @GetMapping("/choices/services")
  ResponseEntity<List<TriageChoices.Choice>> services(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String client) {
    access.visitor(Permission.LOG_CONTACT);
    return json(choices.services(q, client));
  }

  /** Categories in use for a person who types. */
  @GetMapping("/choices/categories")
  ResponseEntity<List<TriageChoices.Choice>> categories(@RequestParam(defaultValue = "") String q) {
    access.visitor(Permission.LOG_CONTACT);
    return json(choices.categories(q));
  }

  private static ResponseEntity<List<TriageChoices.Choice>> json(
      List<TriageChoices.Choice> choices) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(choices);
  }
}
