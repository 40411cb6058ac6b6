package dev.baton.desk.web.incident;

import dev.baton.incident.Channel;
import dev.baton.incident.Direction;
import dev.baton.incident.Visibility;

/** The kinds of messages on an incident. */
enum MessageKind {
  /** To the requester, by mail; counts as the desk's response. */
  REPLY(Direction.OUT, Channel.EMAIL, Visibility.CLIENT),
  /** Internal. */
  NOTE(Direction.OUT, Channel.WEB, Visibility.INTERNAL),
  /** The desk called the client. */
  CALL_OUT(Direction.OUT, Channel.PHONE, Visibility.CLIENT),
  /** The client called. */
  CALL_IN(Direction.IN, Channel.PHONE, Visibility.CLIENT),
  /** A message of the client's person from the page. */
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
