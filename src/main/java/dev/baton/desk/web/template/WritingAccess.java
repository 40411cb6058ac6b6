package dev.baton.desk.web.template;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.Visitor;
import org.springframework.stereotype.Component;

/** Lets in who writes to clients or changes message templates; never a client's people. */
@Component
public class WritingAccess {

  private final PageAccess access;

  WritingAccess(PageAccess access) {
    this.access = access;
  }

  /** Whoever may look at templates and macros. */
  public Visitor visitor() {
    Visitor visitor = access.visitor(Permission.READ_CONTACT_LOG);
    return access.may(Permission.KEEP_WORDS) ? visitor : access.visitor(Permission.ADD_CONTACT);
  }

  /** Whoever writes on incidents. */
  public Visitor writer() {
    access.visitor(Permission.READ_CONTACT_LOG);
    return access.visitor(Permission.ADD_CONTACT);
  }
}
