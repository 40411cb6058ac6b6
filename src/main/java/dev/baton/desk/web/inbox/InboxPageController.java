package dev.baton.desk.web.inbox;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.notification.delivery.Inbox;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
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

/** Shows the visitor's own inbox as a page, keeps it up to date, and marks its messages. */
@RestController
@RequestMapping("/desk/inbox")
@Hidden
class InboxPageController {

  private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private final Inbox inbox;
  private final InboxFragments parts;
  private final PageAccess access;
  private final PageLayout frame;
  private final PageRenderer pages;

  InboxPageController(
      Inbox inbox, InboxFragments parts, PageAccess access, PageLayout frame, PageRenderer pages) {
    this.inbox = inbox;
    this.parts = parts;
    this.access = access;
    this.frame = frame;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<String> page(@RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.READ);
    Map<String, Object> model = frame.model(visitor);
    model.put("messages", parts.messages(InboxView.of(given), visitor).html());
    return html(pages.page("inbox", visitor.locale(), model));
  }

  /** Returns the messages if they differ from what is on the screen; 204 otherwise. */
  @GetMapping("/messages")
  ResponseEntity<String> messages(@RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.READ);
    InboxFragments.Messages now = parts.messages(InboxView.of(given), visitor);
    return now.mark().equals(given.get("seen"))
        ? ResponseEntity.noContent().build()
        : html(now.html());
  }

  /** Returns the bell if its count differs from what is on the screen; 204 otherwise. */
  @GetMapping("/bell")
  ResponseEntity<String> bell(@RequestParam(required = false) String seen) {
    Visitor visitor = access.visitor(Permission.READ);
    return String.valueOf(frame.bell(visitor).get("unread")).equals(seen)
        ? ResponseEntity.noContent().build()
        : html(parts.bell(visitor));
  }

  @PostMapping("/{id}/{mark:read|unread}")
  ResponseEntity<String> mark(
      @PathVariable long id, @PathVariable String mark, @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.READ);
    String login = visitor.caller().login();
    boolean found = mark.equals("read") ? inbox.read(login, id) : inbox.markAsUnread(login, id);
    if (!found) {
      throw new NotFound("message", String.valueOf(id));
    }
    return marked(given, "inbox.done." + mark, visitor);
  }

  @PostMapping("/read")
  ResponseEntity<String> readAll(@RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.READ);
    inbox.readAll(visitor.caller().login());
    return marked(given, "inbox.done.readAll", visitor);
  }

  private ResponseEntity<String> marked(Map<String, String> given, String words, Visitor visitor) {
    return html(
        parts.messages(InboxView.of(given), visitor).html()
            + outOfBand(parts.bell(visitor))
            + parts.notice(pages.words(words, visitor.locale()), visitor));
  }

  private static String outOfBand(String part) {
    return part.strip().replaceFirst("^<(\\w+)", "<$1 hx-swap-oob=\"true\"");
  }

  private static ResponseEntity<String> html(String body) {
    return ResponseEntity.ok().contentType(HTML).cacheControl(CacheControl.noStore()).body(body);
  }
}
