package dev.baton.signin;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.engine.EngineSignIn.Known;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets agents set their password by a link. It works once, for a week, and only until another one
 * is sent or the password changes in some other way.
 */
@Service
public class Invitations {

  private final StoredInvitations stored;
  private final StaffDirectory staff;
  private final UserCache people;
  private final AccountActions accounts;
  private final AuditTrail trail;
  private final Clock clock;

  Invitations(
      StoredInvitations stored,
      StaffDirectory staff,
      UserCache people,
      AccountActions accounts,
      AuditTrail trail,
      Clock clock) {
    this.stored = stored;
    this.staff = staff;
    this.people = people;
    this.accounts = accounts;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Invites an agent; the mail follows. A link that was sent before stops working.
   *
   * @param by sign-in name of who invites
   * @throws InvalidInput if the agent is inactive or has no address
   */
  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public void invite(String login, String by) {
    AgentView agent =
        staff
            .agent(login)
            .filter(AgentView::active)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "login", LocalizableText.of("refused.invitation.inactive", login)));
    if (agent.email() == null || agent.email().isBlank()) {
      throw new InvalidInput("email", LocalizableText.of("refused.invitation.address"));
    }
    stored.add(agent.login(), by, clock.instant());
    trail.record(
        AuditEntry.of(
            AuditKind.CREDENTIALS_CHANGED,
            agent.login(),
            "Invited by email to " + agent.email() + " to set the password"));
  }

  /** The agent's invitation, unless it has been used. */
  @Transactional(readOnly = true)
  public Optional<Invitation> of(String login) {
    return stored.of(login);
  }

  /** The person who may set the password with this link; empty if it is no longer valid. */
  @Transactional(readOnly = true)
  public Optional<Known> invited(String token) {
    return stored.holder(token, clock.instant()).flatMap(this::unchanged);
  }

  /**
   * Sets the password and ends all sessions of the account.
   *
   * @param chosen a password that complies with the rules
   * @return whether the link was still valid
   */
  @Transactional
  public boolean accept(String token, String chosen) {
    Optional<Known> person = stored.use(token, clock.instant()).flatMap(this::unchanged);
    person.ifPresent(known -> accounts.setInvitedPassword(known.login(), chosen));
    return person.isPresent();
  }

  private Optional<Known> unchanged(StoredInvitations.Holder holder) {
    return people
        .findAnew(holder.login())
        .filter(known -> known.credentials().equals(holder.credentials()));
  }
}
