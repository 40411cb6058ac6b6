package dev.baton.staff.web;

import dev.baton.access.AccessControl;
import dev.baton.access.Caller;
import dev.baton.access.Permission;
import dev.baton.access.PermissionDenied;
import org.springframework.stereotype.Component;

/** Who may enter something about a person's shifts, absences and deputies. */
@Component
class RotaAccess {

  private final AccessControl rights;

  RotaAccess(AccessControl rights) {
    this.rights = rights;
  }

  /**
   * The caller, who may keep the rota or asks about themselves.
   *
   * @throws PermissionDenied for anybody else
   */
  Caller allowFor(String login) {
    Caller caller = rights.allow(Permission.READ_STAFF);
    return caller.login().equals(login) ? caller : rights.allow(Permission.KEEP_ROTA);
  }
}
