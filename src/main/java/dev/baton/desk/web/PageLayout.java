package dev.baton.desk.web;

import dev.baton.access.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** The layout around every page: the visitor and the navigation. */
@Component
public class PageLayout {

  private final PageAccess access;
  private final HttpServletRequest request;

  PageLayout(PageAccess access, HttpServletRequest request) {
    this.access = access;
    this.request = request;
  }

  /** A model to be added to. */
  public Map<String, Object> model(Visitor visitor) {
    Map<String, Object> model = new HashMap<>();
    model.put("login", visitor.caller().login());
    model.put("inside", !visitor.isOfClient());
    model.put("mayLead", access.may(Permission.READ_BOARD));
    model.put("mayCheckFlows", access.may(Permission.CHECK_FLOWS));
    model.put("mayDeploy", access.may(Permission.DEPLOY));
    model.put("csrf", csrf());
    return model;
  }

  private String csrf() {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : null;
  }
}
