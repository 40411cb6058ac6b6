package dev.baton.desk.web.contact;

import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.search.ContactFilter;
import dev.baton.incident.search.ContactSearch;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every contact on every channel, with or without an incident, as a list. */
@RestController
@Hidden
class ContactListController {

  static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private final ContactSearch search;
  private final ContactListRenderer list;
  private final ContactTabs tabs;
  private final ClientDirectory clients;
  private final PageAccess access;
  private final PageRenderer pages;

  ContactListController(
      ContactSearch search,
      ContactListRenderer list,
      ContactTabs tabs,
      ClientDirectory clients,
      PageAccess access,
      PageRenderer pages) {
    this.search = search;
    this.list = list;
    this.tabs = tabs;
    this.clients = clients;
    this.access = access;
    this.pages = pages;
  }

  @GetMapping("/desk/contacts")
  ResponseEntity<String> list(@RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.READ_CONTACT_LOG);
    ContactListFilter asked = ContactListFilter.of(given);
    Map<String, Object> model = tabs.model("all", visitor);
    model.putAll(
        list.of(
            asked,
            search.find(
                filter(asked),
                (long) asked.page() * ContactListFilter.ON_A_PAGE,
                ContactListFilter.ON_A_PAGE),
            visitor));
    return html(pages.page("contacts", visitor.locale(), model));
  }

  /** A client that does not exist has no contacts. */
  private ContactFilter filter(ContactListFilter asked) {
    Long client =
        asked.client() == null
            ? null
            : clients.find(asked.client()).map(ClientView::id).orElse(-1L);
    return new ContactFilter(
        asked.q(),
        asked.channel(),
        asked.direction(),
        asked.kind(),
        client,
        asked.incident() == null ? null : asked.incident().equals("with"));
  }

  static ResponseEntity<String> html(String body) {
    return ResponseEntity.ok().contentType(HTML).cacheControl(CacheControl.noStore()).body(body);
  }
}
