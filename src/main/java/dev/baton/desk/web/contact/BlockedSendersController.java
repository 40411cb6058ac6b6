package dev.baton.desk.web.contact;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.intake.mail.BlockedSenders;
import dev.baton.intake.mail.BlockedSenders.BlockedSender;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The senders whose mail does not wait to be sorted. */
@RestController
@RequestMapping("/desk/contacts/blocked")
@Hidden
class BlockedSendersController {

  private static final int ON_A_PAGE = 25;
  private static final String PAGE = "/desk/contacts/blocked";

  private final BlockedSenders blocked;
  private final ContactTabs tabs;
  private final ContactWords words;
  private final PageAccess access;
  private final PageRenderer pages;
  private final Clock clock;

  BlockedSendersController(
      BlockedSenders blocked,
      ContactTabs tabs,
      ContactWords words,
      PageAccess access,
      PageRenderer pages,
      Clock clock) {
    this.blocked = blocked;
    this.tabs = tabs;
    this.words = words;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  record BlockedRow(String address, String at, String by) {}

  /**
   * @param done whether one has just been unblocked
   */
  @GetMapping
  ResponseEntity<String> list(
      @RequestParam(required = false) String page,
      @RequestParam(defaultValue = "false") boolean done) {
    Visitor visitor = access.visitor(Permission.READ_CONTACT_LOG);
    int asked = ContactListFilter.page(page);
    Page<BlockedSender> found = blocked.list(PageRequest.of(asked, ON_A_PAGE));
    Map<String, Object> model = tabs.model("blocked", visitor);
    model.put("rows", found.stream().map(one -> row(one, visitor)).toList());
    model.put("mayUnblock", access.may(Permission.LOG_CONTACT));
    model.put("unblocked", done);
    model.put("pageNumber", pages.words("list.page", visitor.locale(), asked + 1));
    model.put("previous", asked == 0 ? null : link(asked - 1));
    model.put("next", found.hasNext() ? link(asked + 1) : null);
    return ContactListController.html(pages.page("contacts-blocked", visitor.locale(), model));
  }

  @PostMapping("/remove")
  ResponseEntity<Void> unblock(@RequestParam(defaultValue = "") String address) {
    access.visitor(Permission.LOG_CONTACT);
    if (!blocked.unblock(address)) {
      throw new NotFound("sender", address);
    }
    return ResponseEntity.ok().header("HX-Redirect", PAGE + "?done=true").build();
  }

  private BlockedRow row(BlockedSender one, Visitor visitor) {
    return new BlockedRow(
        one.address(),
        visitor.at(one.blockedAt(), clock.instant()),
        words.name(one.blockedBy(), visitor));
  }

  private static String link(int page) {
    return PAGE + (page == 0 ? "" : "?page=" + page);
  }
}
