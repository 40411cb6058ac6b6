package dev.baton.desk.web.people;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.Visitor;
import org.springframework.stereotype.Component;

/** Checks who may see and edit the rota: people their own absences and deputies, leads all. */
@Component
class PeopleAccess {

  private final PageAccess access;

  PeopleAccess(PageAccess access) {
    this.access = access;
  }

  /**
   * @throws dev.baton.access.PermissionDenied for a client's people
   */
  Visitor visitor() {
    return access.visitor(Permission.READ_STAFF);
  }

  boolean mayKeep() {
    return access.may(Permission.KEEP_ROTA);
  }

  boolean mayEdit(Visitor visitor, String login) {
    return visitor.caller().login().equals(login) || mayKeep();
  }

  /**
   * @throws dev.baton.access.PermissionDenied for who may not edit the rota of others
   */
  Visitor keeper() {
    return access.visitor(Permission.KEEP_ROTA);
  }

  /**
   * @throws dev.baton.access.PermissionDenied for the rota of somebody else, unless they may edit
   *     it
   */
  void allowFor(Visitor visitor, String login) {
    if (!visitor.caller().login().equals(login)) {
      access.visitor(Permission.KEEP_ROTA);
    }
  }
}
