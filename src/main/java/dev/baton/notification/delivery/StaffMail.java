package dev.baton.notification.delivery;

import dev.baton.notification.ChannelKind;
import dev.baton.notification.template.RenderedMessage;
import dev.baton.staff.AgentView;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands a mail to an agent that is about no incident to the mail server, at once. */
@Component
public class StaffMail {

  private final DeliveryChannels channels;
  private final SenderIdentity desk;

  StaffMail(DeliveryChannels channels, SenderIdentity desk) {
    this.channels = channels;
    this.desk = desk;
  }

  /**
   * Sends it; call it outside a transaction.
   *
   * @throws DeliveryChannel.Undeliverable if trying again would not help
   * @throws DeliveryChannel.ChannelDown if it may succeed later
   * @throws DeliveryChannel.NotYet if it was not attempted
   */
  public void send(AgentView to, RenderedMessage content) {
    send(to.email(), to.name(), content);
  }

  /**
   * The same to any address.
   *
   * @return its Message-ID
   */
  public String send(String address, String name, RenderedMessage content) {
    String messageId = "<%s@%s>".formatted(UUID.randomUUID(), desk.domain());
    channels
        .get(ChannelKind.MAIL)
        .send(
            new OutgoingMessage(0, null, null, address, name, messageId, null, content, List.of()));
    return messageId;
  }
}
