package dev.baton.staff;

import dev.baton.access.Act;
import dev.baton.access.Needs;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.client.InvalidField;
import dev.baton.staff.internal.SignInRecords;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people sign in who do not work at the desk: requesters of a client. */
@Service
public class SignIns {

  /** The group of requesters; it has no right in the engine's own applications. */
  public static final String REQUESTERS = "requester";

  private final SignInRecords records;
  private final StaffDirectory staff;
  private final AuditTrail trail;

  SignIns(SignInRecords records, StaffDirectory staff, AuditTrail trail) {
    this.records = records;
    this.staff = staff;
    this.trail = trail;
  }

  /**
   * The requester may sign in with this name; a null password leaves the one that there is.
   *
   * @throws InvalidField when an agent has the name, or the password is too weak
   */
  @Transactional
  @Needs(Act.REGISTER_REQUESTERS)
  public void allowRequester(String login, String name, String email, String password) {
    Accepted.code("login", "sign-in name", login, 64);
    if (staff.agent(login).isPresent()) {
      throw new InvalidField("login", "The sign-in name '" + login + "' belongs to an agent.");
    }
    records.keepPerson(login, name, email, Set.of(REQUESTERS), password);
    trail.record(
        AuditEntry.of(AuditKind.RIGHTS_CHANGED, login, "May sign in as a requester, " + name));
  }

  /** The requester who had this sign-in name cannot sign in any more; an agent's stays. */
  @Transactional
  @Needs(Act.REGISTER_REQUESTERS)
  public void withdrawRequester(String login) {
    if (staff.agent(login).isEmpty()) {
      records.removePerson(login);
      trail.record(AuditEntry.of(AuditKind.RIGHTS_CHANGED, login, "May no longer sign in"));
    }
  }
}
