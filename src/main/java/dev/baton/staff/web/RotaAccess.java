package dev.baton.staff.web;

import dev.baton.access.AccessControl;
import dev.baton.access.Caller;
import dev.baton.access.Permission;
import dev.baton.access.PermissionDenied;
import org.springframework.stereotype.Component;

/** Checks who may edit a person's shifts, absences and deputies. */
@Component
class RotaAccess {

  private final AccessControl rights;

  RotaAccess(AccessControl rights) {
    this.rights = rights;
  }

  /**
   * Returns the caller if they may edit the rota or if it is their own.
   *
   * @throws PermissionDenied otherwise
   */
  Caller allowFor(String login) {
    Caller caller = rights.allow(Permission.READ_STAFF);
    return caller.login().equals(login) ? caller : rights.allow(Permission.KEEP_ROTA);
  }
}
