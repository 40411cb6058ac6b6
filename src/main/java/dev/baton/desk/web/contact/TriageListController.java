package dev.baton.desk.web.contact;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.ContactView;
import dev.baton.incident.report.Triage;
import dev.baton.incident.report.TriageEntry;
import dev.baton.web.validation.TextInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the contacts that wait for somebody to say where they belong. */
@RestController
@Hidden
class TriageListController {

  private static final int ON_A_PAGE = 25;
  private static final int EXCERPT = 140;

  private final Triage triage;
  private final ContactTabs tabs;
  private final ContactWords words;
  private final TriageOutcomes outcomes;
  private final PageAccess access;
  private final PageRenderer pages;
  private final Clock clock;

  TriageListController(
      Triage triage,
      ContactTabs tabs,
      ContactWords words,
      TriageOutcomes outcomes,
      PageAccess access,
      PageRenderer pages,
      Clock clock) {
    this.triage = triage;
    this.tabs = tabs;
    this.words = words;
    this.outcomes = outcomes;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  /** A contact that waits. */
  record WaitingRow(
      long id,
      String at,
      String channelSign,
      String channel,
      String who,
      String subject,
      String text,
      boolean unverified,
      String why,
      String suggested) {}

  /**
   * @param done the contact that has just been sorted; null for none
   */
  @GetMapping("/desk/contacts/to-sort")
  ResponseEntity<String> list(
      @RequestParam(required = false) String page, @RequestParam(required = false) Long done) {
    Visitor visitor = access.visitor(Permission.READ_CONTACT_LOG);
    int asked = ContactListFilter.page(page);
    Page<TriageEntry> found = triage.waiting(PageRequest.of(asked, ON_A_PAGE));
    if (found.isEmpty() && asked > 0) { // the last of this page were sorted
      asked = Math.max(0, found.getTotalPages() - 1);
      found = triage.waiting(PageRequest.of(asked, ON_A_PAGE));
    }
    Map<String, Object> model = tabs.model("sort", visitor);
    model.put("rows", found.stream().map(entry -> row(entry, visitor)).toList());
    model.put("outcome", done == null ? null : outcomes.of(done, visitor).orElse(null));
    model.put("pageNumber", pages.words("list.page", visitor.locale(), asked + 1));
    model.put("previous", asked == 0 ? null : link(asked - 1));
    model.put("next", found.hasNext() ? link(asked + 1) : null);
    model.put("here", link(asked));
    return ContactListController.html(pages.page("contacts-to-sort", visitor.locale(), model));
  }

  private static String link(int page) {
    return "/desk/contacts/to-sort" + (page == 0 ? "" : "?page=" + page);
  }

  private WaitingRow row(TriageEntry entry, Visitor visitor) {
    ContactView contact = entry.contact();
    String body = contact.body() == null ? "" : contact.body().replaceAll("\\s+", " ").strip();
    return new WaitingRow(
        contact.id(),
        visitor.at(contact.at(), clock.instant()),
        ContactWords.sign(contact.channel()),
        words.channel(contact.channel(), visitor),
        contact.from(),
        contact.subject() == null
            ? pages.words("contacts.noSubject", visitor.locale())
            : contact.subject(),
        TextInput.shortened(body, EXCERPT),
        contact.isUnverified(),
        outcomes.reason(entry, visitor),
        entry.suggestedIncident());
  }
}
