package dev.baton.admin.web.staff;

import dev.baton.access.AccessControl;
import dev.baton.access.Permission;
import dev.baton.signin.Invitation;
import dev.baton.signin.Invitations;
import dev.baton.web.text.LocalizableText;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Invites agents in the name of the visitor, and says what became of it. */
@Component
class AgentInvitations {

  private final Invitations invitations;
  private final AccessControl access;
  private final Clock clock;

  AgentInvitations(Invitations invitations, AccessControl access, Clock clock) {
    this.invitations = invitations;
    this.access = access;
    this.clock = clock;
  }

  void invite(String login) {
    invitations.invite(login, access.allow(Permission.ADMINISTER).login());
  }

  /** Empty if there is no invitation, or it has been used. */
  Optional<LocalizableText> state(String login) {
    return invitations.of(login).map(this::words);
  }

  private LocalizableText words(Invitation invitation) {
    if (invitation.sentAt() != null) {
      return invitation.expiresAt().isAfter(clock.instant())
          ? LocalizableText.of(
              "admin.invitation.sent",
              invitation.sentAt().toString(),
              invitation.expiresAt().toString())
          : LocalizableText.of("admin.invitation.expired", invitation.sentAt().toString());
    }
    if (invitation.isUndeliverable()) {
      return LocalizableText.of("admin.invitation.undeliverable", invitation.lastError());
    }
    return invitation.lastError() == null
        ? LocalizableText.of("admin.invitation.waiting")
        : LocalizableText.of(
            "admin.invitation.again", invitation.sendAt().toString(), invitation.lastError());
  }
}
