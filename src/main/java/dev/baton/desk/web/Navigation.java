package dev.baton.desk.web;

import dev.baton.access.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The main navigation: only what the visitor may see. */
@Component
class Navigation {

  private static final String COCKPIT = "/camunda/app/cockpit/default/";

  /** Whoever has one of these has settings to keep. */
  private static final Set<Permission> ADMINISTERING =
      Set.of(
          Permission.ADMINISTER,
          Permission.PUBLISH_AGREEMENTS,
          Permission.REGISTER_REQUESTERS,
          Permission.KEEP_TOKENS,
          Permission.READ_AUDIT);

  private final PageAccess access;
  private final HttpServletRequest request;

  Navigation(PageAccess access, HttpServletRequest request) {
    this.access = access;
    this.request = request;
  }

  List<NavigationItem> items(Visitor visitor) {
    List<NavigationItem> items = new ArrayList<>();
    if (access.may(Permission.WORK)) {
      items.add(new NavigationItem("home", "/desk", null));
    }
    items.add(item("incidents", "/desk/incidents"));
    if (visitor.isOfClient()) {
      return items;
    }
    if (access.may(Permission.READ_CONTACT_LOG)) {
      items.add(item("contacts", "/desk/contacts"));
    }
    if (access.may(Permission.LOG_CONTACT)) {
      items.add(item("calls", "/desk/calls/new"));
    }
    items.add(item("inbox", "/desk/inbox"));
    if (access.may(Permission.READ_STAFF)) {
      items.add(item("people", "/desk/people"));
    }
    if (access.may(Permission.READ_ESCALATIONS)) {
      items.add(item("escalations", "/desk/escalations"));
      items.add(item("major", "/desk/major"));
    }
    if (access.may(Permission.READ_BOARD)) {
      items.add(item("board", COCKPIT + "#/service-desk"));
    }
    items.add(item("tasklist", "/camunda/app/tasklist/default/"));
    if (access.may(Permission.READ_BOARD)) {
      items.add(item("cockpit", COCKPIT));
    }
    if (access.may(Permission.ADD_CONTACT) || access.may(Permission.KEEP_WORDS)) {
      items.add(item("templates", "/desk/templates"));
    }
    if (access.may(Permission.CHECK_FLOWS)) {
      items.add(item("flows", "/desk/flows"));
    }
    if (ADMINISTERING.stream().anyMatch(access::may)) {
      items.add(item("admin", "/desk/admin"));
    }
    return items;
  }

  private NavigationItem item(String name, String href) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String current = path.equals(href) ? "page" : path.startsWith(href + "/") ? "true" : null;
    return new NavigationItem(name, href, current);
  }
}
