package dev.baton.demo;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.NewContact;
import java.time.Duration;

/** An action on an incident, through the same use cases as everyone's. */
interface DemoAction {

  void perform(IncidentNumber number, DemoStage stage);

  static DemoAction claim() {
    return (number, stage) -> stage.desk().claim(number);
  }

  static DemoAction start() {
    return (number, stage) -> stage.desk().start(number);
  }

  static DemoAction assignTo(String login) {
    return (number, stage) -> stage.desk().assign(number, null, login);
  }

  static DemoAction handTo(String team) {
    return (number, stage) -> stage.desk().assign(number, team, null);
  }

  static DemoAction hold(HoldReason reason, Duration howLong, String note) {
    return (number, stage) ->
        stage.desk().hold(number, reason, stage.clock().instant().plus(howLong), note);
  }

  static DemoAction resume(String note) {
    return (number, stage) -> stage.desk().resume(number, note);
  }

  static DemoAction escalate(String note) {
    return (number, stage) -> stage.desk().passToSecondLine(number, note);
  }

  static DemoAction resolve(ResolutionCode code, String note) {
    return (number, stage) -> stage.desk().resolve(number, code, note);
  }

  static DemoAction confirm() {
    return (number, stage) -> stage.desk().confirm(number);
  }

  static DemoAction reopen(String note) {
    return (number, stage) -> stage.desk().reopen(number, note);
  }

  static DemoAction cancel(String note) {
    return (number, stage) -> stage.desk().cancel(number, note);
  }

  static DemoAction reprioritise(Level impact, Level urgency, String note) {
    return (number, stage) -> stage.desk().reprioritise(number, impact, urgency, note);
  }

  static DemoAction markDuplicateOf(String story) {
    return (number, stage) -> stage.desk().markDuplicate(number, stage.number(story));
  }

  /** The desk writes to, or speaks with, the requester. */
  static DemoAction tell(Channel channel, String to, String body) {
    return contact(Direction.OUT, channel, to, body);
  }

  /** The requester writes or calls. */
  static DemoAction hear(Channel channel, String from, String body) {
    return contact(Direction.IN, channel, from, body);
  }

  private static DemoAction contact(
      Direction direction, Channel channel, String whom, String body) {
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
