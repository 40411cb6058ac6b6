package dev.baton.staff;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.client.RequesterSignIns;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Manages sign-ins of people who do not work at the desk: requesters of a client. */
@Service
public class SignIns implements RequesterSignIns {

  /** The group of requesters; it has no permissions in the engine's own applications. */
  public static final String REQUESTERS = "requester";

  private final UserAccounts records;
  private final StaffDirectory staff;
  private final AuditTrail trail;

  SignIns(UserAccounts records, StaffDirectory staff, AuditTrail trail) {
    this.records = records;
    this.staff = staff;
    this.trail = trail;
  }

  @Override
  @Transactional
  @RequiresPermission(Permission.REGISTER_REQUESTERS)
  public void allowRequester(String login, String name, String email, String password) {
    StaffValidator.code("login", "username", login, 64);
    if (staff.agent(login).isPresent()) {
      throw new InvalidInput("login", LocalizableText.of("refused.signIn.agent", login));
    }
    records.keepPerson(login, name, email, Set.of(REQUESTERS), password);
    trail.record(
        AuditEntry.of(AuditKind.RIGHTS_CHANGED, login, "May sign in as a requester, " + name));
  }

  @Override
  @Transactional
  @RequiresPermission(Permission.REGISTER_REQUESTERS)
  public void withdrawRequester(String login) {
    if (staff.agent(login).isEmpty()) {
      records.removePerson(login);
      trail.record(AuditEntry.of(AuditKind.RIGHTS_CHANGED, login, "May no longer sign in"));
    }
  }
}
