package dev.baton.desk.web.incident;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentAction;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.OfferedActions;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.file.AttachFiles.GivenFile;
import dev.baton.web.validation.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a reply and does what follows from it in the same transaction: waits for the answer, or
 * resolves the incident with the reply as its note; one that is on hold is resumed first. The
 * client gets one message. If the flow refuses, nothing is sent.
 */
@Component
class ReplyWithAct {

  /** The acts that can come with a reply. */
  static final List<IncidentAction> ACTS = List.of(IncidentAction.HOLD, IncidentAction.RESOLVE);

  private final PostMessage replies;
  private final IncidentActions desk;
  private final OfferedActions offered;
  private final TaskPanels tasks;
  private final PageRenderer pages;

  ReplyWithAct(
      PostMessage replies,
      IncidentActions desk,
      OfferedActions offered,
      TaskPanels tasks,
      PageRenderer pages) {
    this.replies = replies;
    this.desk = desk;
    this.offered = offered;
    this.tasks = tasks;
    this.pages = pages;
  }

  /** What the person asked for besides sending the reply. */
  record Wish(IncidentAction act, String resolutionCode) {

    /**
     * @param act HOLD or RESOLVE
     */
    static Wish of(String act, String resolutionCode) {
      return ACTS.stream()
          .filter(known -> known.name().equals(act))
          .findFirst()
          .map(known -> new Wish(known, resolutionCode))
          .orElseThrow(() -> new UnknownAction(act));
    }
  }

  /**
   * @return whether the form was new
   * @throws dev.baton.engine.NotOffered if the flow does not offer the act now
   * @throws InvalidInput without a text, or without a resolution code to resolve
   */
  @Transactional
  public boolean send(
      IncidentView incident,
      Wish wish,
      String kind,
      String text,
      List<GivenFile> files,
      String once,
      Visitor visitor) {
    if (!MessageKind.REPLY.name().equals(kind)) {
      throw new InvalidInput("kind", pages.words("message.then.replyOnly", visitor.locale()));
    }
    if (text == null || text.isBlank()) {
      throw new InvalidInput("text", pages.words("message.then.noText", visitor.locale()));
    }
    IncidentNumber number = new IncidentNumber(incident.number());
    OptionalLong reply = replies.send(incident, kind, text, files, once, visitor);
    reply.ifPresent(contact -> act(number, wish, text.strip(), contact, visitor));
    return reply.isPresent();
  }

  private void act(IncidentNumber number, Wish wish, String text, long reply, Visitor visitor) {
    if (wish.act() == IncidentAction.HOLD) {
      desk.holdWithReply(number, reply);
    } else {
      resume(number, visitor);
      desk.resolveWithReply(number, code(wish, visitor), text, reply);
    }
  }

  /** Work on an incident that is on hold goes on, so that it can be resolved. */
  private void resume(IncidentNumber number, Visitor visitor) {
    if (!offered.of(number).contains(IncidentAction.RESUME)) {
      return;
    }
    desk.resume(number, null);
    if (tasks.of(number, visitor).stream().anyMatch(TaskPanel::resolves)) {
      throw new NotOffered(pages.words("message.then.byForm", visitor.locale()));
    }
  }

  private ResolutionCode code(Wish wish, Visitor visitor) {
    return Arrays.stream(ResolutionCode.values())
        .filter(code -> code.name().equals(wish.resolutionCode()))
        .findFirst()
        .orElseThrow(
            () -> new InvalidInput("code", pages.words("message.then.noCode", visitor.locale())));
  }
}
