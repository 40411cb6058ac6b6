package dev.baton.admin.invitation;

import dev.baton.notification.delivery.DeliveryChannel.ChannelDown;
import dev.baton.notification.delivery.DeliveryChannel.NotYet;
import dev.baton.notification.delivery.DeliveryChannel.Undeliverable;
import dev.baton.notification.delivery.StaffMail;
import dev.baton.notification.template.StaffTemplates;
import dev.baton.signin.InvitationMails;
import dev.baton.signin.InvitationMails.Draft;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends the invitations that are due. What the mail server does not take stays due. */
@Component
class InvitationDelivery {

  private static final Logger LOG = LoggerFactory.getLogger(InvitationDelivery.class);

  private final InvitationMails invitations;
  private final StaffTemplates templates;
  private final StaffMail mail;

  InvitationDelivery(InvitationMails invitations, StaffTemplates templates, StaffMail mail) {
    this.invitations = invitations;
    this.templates = templates;
    this.mail = mail;
  }

  @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT2S")
  void sendDue() {
    Optional<Draft> next = invitations.due();
    while (next.isPresent() && send(next.get())) {
      next = invitations.due();
    }
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void removeOld() {
    invitations.removeOld();
  }

  /** Returns whether it makes sense to send another one now. */
  private boolean send(Draft draft) {
    try {
      mail.send(
          draft.agent(),
          templates.invitation(
              draft.agent(), draft.by(), "/invitation/" + draft.token(), draft.expiresAt()));
      invitations.sent(draft);
    } catch (Undeliverable e) {
      invitations.undeliverable(draft, e.getMessage());
    } catch (NotYet e) {
      invitations.deferred(draft, e.getMessage(), e.until());
      return false;
    } catch (ChannelDown e) {
      LOG.warn("The invitation of {} is not sent yet: {}", draft.agent().login(), e.getMessage());
      invitations.postponed(draft, e.getMessage());
      return false;
    }
    return true;
  }
}
