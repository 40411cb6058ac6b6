package dev.baton.demo;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.NewContact;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Visibility;
import java.time.Duration;

/** Something that is done with an incident, through the same use cases as everybody's. */
interface Act {

  void perform(IncidentNumber number, Stage stage);

  static Act claim() {
    return (number, stage) -> stage.desk().claim(number);
  }

  static Act start() {
    return (number, stage) -> stage.desk().start(number);
  }

  static Act assignTo(String login) {
    return (number, stage) -> stage.desk().assign(number, null, login);
  }

  static Act handTo(String team) {
    return (number, stage) -> stage.desk().assign(number, team, null);
  }

  static Act hold(HoldReason reason, Duration howLong, String note) {
    return (number, stage) ->
        stage.desk().hold(number, reason, stage.clock().instant().plus(howLong), note);
  }

  static Act resume(String note) {
    return (number, stage) -> stage.desk().resume(number, note);
  }

  static Act escalate(String note) {
    return (number, stage) -> stage.desk().passToSecondLine(number, note);
  }

  static Act resolve(ResolutionCode code, String note) {
    return (number, stage) -> stage.desk().resolve(number, code, note);
  }

  static Act confirm() {
    return (number, stage) -> stage.desk().confirm(number);
  }

  static Act reopen(String note) {
    return (number, stage) -> stage.desk().reopen(number, note);
  }

  static Act cancel(String note) {
    return (number, stage) -> stage.desk().cancel(number, note);
  }

  static Act reprioritise(Level impact, Level urgency, String note) {
    return (number, stage) -> stage.desk().reprioritise(number, impact, urgency, note);
  }

  static Act markDuplicateOf(String story) {
    return (number, stage) -> stage.desk().markDuplicate(number, stage.number(story));
  }

  /** The desk writes to, or speaks with, the requester. */
  static Act tell(Channel channel, String to, String body) {
    return contact(Direction.OUT, channel, to, body);
  }

  /** The requester writes or calls. */
  static Act hear(Channel channel, String from, String body) {
    return contact(Direction.IN, channel, from, body);
  }

  private static Act contact(Direction direction, Channel channel, String whom, String body) {
    return (number, stage) ->
        stage
            .contacts()
            .log(
                new NewContact(
                    number,
                    ContactKind.INCIDENT,
                    null,
                    direction,
                    channel,
                    whom,
                    null,
                    body,
                    Visibility.CLIENT));
  }
}
