package dev.baton.desk.web.incident;

import dev.baton.access.PermissionDenied;
import dev.baton.desk.macro.Macro;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.SubmittedForms;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.macro.MacroValues;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentAction;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.edit.EditIncident;
import dev.baton.incident.edit.IncidentChanges;
import dev.baton.incident.journal.MacroNotes;
import dev.baton.web.validation.InvalidInput;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does everything that a macro says in one transaction, or nothing of it. */
@Component
class RunMacro {

  private final IncidentActions desk;
  private final EditIncident edits;
  private final MacroValues values;
  private final PostMessage messages;
  private final ReplyWithAct replies;
  private final MacroText texts;
  private final MacroNotes notes;
  private final SubmittedForms sent;
  private final PageRenderer pages;

  RunMacro(
      IncidentActions desk,
      EditIncident edits,
      MacroValues values,
      PostMessage messages,
      ReplyWithAct replies,
      MacroText texts,
      MacroNotes notes,
      SubmittedForms sent,
      PageRenderer pages) {
    this.desk = desk;
    this.edits = edits;
    this.values = values;
    this.messages = messages;
    this.replies = replies;
    this.texts = texts;
    this.notes = notes;
    this.sent = sent;
    this.pages = pages;
  }

  /**
   * @param text what is written, as the person has edited it; ignored if the macro writes nothing
   * @param once the mark of the form
   * @return whether the form was new
   * @throws PermissionDenied if the person may no longer use the template of the macro
   * @throws InvalidInput if its category or service is not there any more
   * @throws dev.baton.engine.NotOffered if the flow does not offer a step
   */
  @Transactional
  public boolean run(
      Macro macro, IncidentView incident, String text, String once, Visitor visitor) {
    if (texts.isDenied(macro, incident, visitor)) {
      throw new PermissionDenied(
          pages.words(
              "macros.templateDenied", visitor.locale(), macro.templateName(visitor.locale())));
    }
    if (macro.template() != null && (text == null || text.isBlank())) {
      throw new InvalidInput("text", pages.words("macros.noText", visitor.locale()));
    }
    refuseGone(macro, incident, visitor);
    if (!sent.isNew(once, visitor.caller().login())) {
      return false;
    }
    IncidentNumber number = new IncidentNumber(incident.number());
    notes.ran(number, macro.name());
    if (macro.assignsToMe() && !MacroSteps.isMine(incident, visitor)) {
      assign(number, incident, visitor);
    }
    if (macro.category() != null || macro.service() != null) {
      edits.edit(number, new IncidentChanges(null, macro.category(), macro.service(), null), null);
    }
    if (macro.impact() != null) {
      desk.reprioritise(number, macro.impact(), macro.urgency(), null);
    }
    writeAndAct(macro, number, incident, text, visitor);
    return true;
  }

  private void refuseGone(Macro macro, IncidentView incident, Visitor visitor) {
    values
        .serviceProblem(macro, incident, visitor.locale())
        .ifPresent(
            words -> {
              throw new InvalidInput("service", words);
            });
  }

  private void assign(IncidentNumber number, IncidentView incident, Visitor visitor) {
    if (incident.assignee() == null) {
      desk.claim(number);
    } else {
      desk.assign(number, null, visitor.caller().login());
    }
  }

  private void writeAndAct(
      Macro macro, IncidentNumber number, IncidentView incident, String text, Visitor visitor) {
    boolean replies =
        macro.template() != null && !macro.isNote() && ReplyWithAct.ACTS.contains(macro.act());
    if (replies) {
      String code = macro.resolutionCode() == null ? null : macro.resolutionCode().name();
      this.replies.send(
          incident,
          new ReplyWithAct.Wish(macro.act(), code),
          MessageKind.REPLY.name(),
          text,
          List.of(),
          null,
          visitor);
      return;
    }
    if (macro.template() != null) {
      MessageKind kind = macro.isNote() ? MessageKind.NOTE : MessageKind.REPLY;
      messages.send(incident, kind.name(), text, List.of(), null, visitor);
    }
    if (macro.act() != null) {
      act(macro.act(), number);
    }
  }

  private void act(IncidentAction act, IncidentNumber number) {
    switch (act) {
      case HOLD -> desk.hold(number, HoldReason.REQUESTER, null, null);
      case RESUME -> desk.resume(number, null);
      case PASS_TO_SECOND_LINE -> desk.passToSecondLine(number, null);
      case RELEASE -> desk.release(number);
      default -> throw new UnknownAction(act.name());
    }
  }
}
