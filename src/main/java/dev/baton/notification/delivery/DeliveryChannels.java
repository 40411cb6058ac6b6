package dev.baton.notification.delivery;

import dev.baton.notification.ChannelKind;
import dev.baton.notification.Recipient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The delivery channels of this installation. */
@Component
public class DeliveryChannels {

  private final Map<ChannelKind, DeliveryChannel> byKind = new EnumMap<>(ChannelKind.class);

  DeliveryChannels(List<DeliveryChannel> channels) {
    channels.forEach(channel -> byKind.put(channel.kind(), channel));
  }

  public Optional<String> addressOf(ChannelKind kind, Recipient recipient) {
    return Optional.ofNullable(byKind.get(kind)).flatMap(channel -> channel.addressOf(recipient));
  }

  DeliveryChannel get(ChannelKind kind) {
    DeliveryChannel channel = byKind.get(kind);
    if (channel == null) {
      throw new DeliveryChannel.ChannelDown("There is no channel " + kind + " here.", null);
    }
    return channel;
  }
}
