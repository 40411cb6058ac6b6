package dev.baton.desk.web;

import dev.baton.access.Permission;
import dev.baton.access.RequesterIdentity;
import dev.baton.notification.delivery.Inbox;
import dev.baton.staff.StaffDirectory;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** The layout around every page: the visitor, the navigation and the bell. */
@Component
public class PageLayout {

  /** The bell shows 99 at most. */
  private static final int SHOWN = 99;

  private final PageAccess access;
  private final Navigation navigation;
  private final Inbox inbox;
  private final StaffDirectory staff;
  private final HttpServletRequest request;

  PageLayout(
      PageAccess access,
      Navigation navigation,
      Inbox inbox,
      StaffDirectory staff,
      HttpServletRequest request) {
    this.access = access;
    this.navigation = navigation;
    this.inbox = inbox;
    this.staff = staff;
    this.request = request;
  }

  /** A model to be added to. */
  public Map<String, Object> model(Visitor visitor) {
    Map<String, Object> model = bell(visitor);
    model.put("person", name(visitor));
    model.put("navigation", navigation.items(visitor));
    model.put("mayDeploy", access.may(Permission.DEPLOY));
    model.put("csrf", csrf());
    return model;
  }

  /** The model of the bell alone: how many messages are unread, and how it shows that. */
  public Map<String, Object> bell(Visitor visitor) {
    int unread = visitor.isOfClient() ? 0 : inbox.unread(visitor.caller().login(), SHOWN + 1);
    Map<String, Object> model = new HashMap<>();
    model.put("inside", !visitor.isOfClient());
    model.put("unread", unread);
    model.put("unreadShown", unread > SHOWN ? SHOWN + "+" : String.valueOf(unread));
    return model;
  }

  private String name(Visitor visitor) {
    String login = visitor.caller().login();
    return visitor
        .caller()
        .requester()
        .map(RequesterIdentity::name)
        .orElseGet(() -> staff.name(login));
  }

  private String csrf() {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : null;
  }
}
