package dev.baton.notification;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The channels that this Baton has. */
@Component
class Channels {

  private final Map<ChannelKind, Channel> byKind = new EnumMap<>(ChannelKind.class);

  Channels(List<Channel> channels) {
    channels.forEach(channel -> byKind.put(channel.kind(), channel));
  }

  Optional<String> addressOf(ChannelKind kind, Reader reader) {
    return Optional.ofNullable(byKind.get(kind)).flatMap(channel -> channel.addressOf(reader));
  }

  Channel get(ChannelKind kind) {
    Channel channel = byKind.get(kind);
    if (channel == null) {
      throw new Channel.ChannelDown("There is no channel " + kind + " here.", null);
    }
    return channel;
  }
}
