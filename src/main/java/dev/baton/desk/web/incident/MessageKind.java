package dev.baton.desk.web.incident;

import dev.baton.incident.Channel;
import dev.baton.incident.Direction;
import dev.baton.incident.Visibility;

/** What can be written on an incident. */
enum MessageKind {
  /** To the requester, by mail; it answers for the desk. */
  REPLY(Direction.OUT, Channel.EMAIL, Visibility.CLIENT),
  /** For the desk alone. */
  NOTE(Direction.OUT, Channel.WEB, Visibility.INTERNAL),
  /** Somebody of the desk called the client. */
  CALL_OUT(Direction.OUT, Channel.PHONE, Visibility.CLIENT),
  /** The client called. */
  CALL_IN(Direction.IN, Channel.PHONE, Visibility.CLIENT),
  /** What a person of the client writes on the page. */
  FROM_CLIENT(Direction.IN, Channel.WEB, Visibility.CLIENT);

  private final Direction direction;
  private final Channel channel;
  private final Visibility visibility;

  MessageKind(Direction direction, Channel channel, Visibility visibility) {
    this.direction = direction;
    this.channel = channel;
    this.visibility = visibility;
  }

  Direction direction() {
    return direction;
  }

  Channel channel() {
    return channel;
  }

  Visibility visibility() {
    return visibility;
  }
}
