package dev.baton.desk.web.incident;

import dev.baton.desk.web.Visitor;
import dev.baton.escalation.Escalations;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentAction;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.ResolutionCode;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusalTexts;
import dev.baton.web.validation.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Performs an action with the values of its form. */
@Component
public class PerformAction {

  private final IncidentActions desk;
  private final Escalations escalations;

  PerformAction(IncidentActions desk, Escalations escalations) {
    this.desk = desk;
    this.escalations = escalations;
  }

  /**
   * @param given what was typed, by the names of the form's fields; times as the visitor has them
   * @throws dev.baton.engine.NotOffered if the flow does not offer it now
   * @throws InvalidInput for invalid form values
   */
  public void act(
      IncidentAction act, IncidentNumber number, Map<String, String> given, Visitor visitor) {
    ActionInput form = new ActionInput(given);
    switch (act) {
      case CLAIM -> desk.claim(number);
      case START -> desk.start(number);
      case RELEASE -> desk.release(number);
      case CONFIRM -> desk.confirm(number);
      case RESUME -> desk.resume(number, form.text("note"));
      case PASS_TO_SECOND_LINE -> desk.passToSecondLine(number, form.text("note"));
      case REOPEN -> desk.reopen(number, form.text("note"));
      case CANCEL -> desk.cancel(number, form.text("note"));
      case ASK_FOR_HELP -> escalations.askForHelp(number, form.text("note"));
      case RESOLVE, AMEND ->
          desk.resolve(number, form.choice("code", ResolutionCode.class), form.text("note"));
      case HOLD, EXTEND ->
          desk.hold(
              number,
              form.choice("reason", HoldReason.class),
              form.instant("until", visitor),
              form.text("note"));
      case ASSIGN -> desk.assign(number, form.text("team"), form.text("assignee"));
      case DUPLICATE ->
          desk.markDuplicate(
              number,
              IncidentNumber.parse(form.text("of"))
                  .orElseThrow(
                      () ->
                          new InvalidInput(
                              "of", LocalizableText.of("refused.duplicate.number", number))));
      case REPRIORITISE ->
          desk.reprioritise(
              number,
              form.choice("impact", Level.class),
              form.choice("urgency", Level.class),
              form.text("note"));
    }
  }

  /** The values of a form. */
  private record ActionInput(Map<String, String> fields) {

    String text(String field) {
      String given = fields.get(field);
      return given == null || given.isBlank() ? null : given.strip();
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
      String given = text(field);
      return Arrays.stream(type.getEnumConstants())
          .filter(value -> value.name().equals(given))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidInput(
                      field,
                      LocalizableText.of(
                          "refused.oneOf", RefusalTexts.oneOf(type.getEnumConstants()))));
    }

    Instant instant(String field, Visitor visitor) {
      String given = text(field);
      try {
        return given == null ? null : visitor.instant(given);
      } catch (DateTimeException e) {
        throw new InvalidInput(field, LocalizableText.of("refused.act.time", given));
      }
    }
  }
}
