package dev.baton.desk.web.incident;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.incident.ActionForm.Choice;
import dev.baton.desk.web.incident.ActionForm.Field;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentAction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Level;
import dev.baton.incident.OfferedActions;
import dev.baton.incident.ResolutionCode;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The forms for the actions that the flow offers and the visitor may perform; no others are shown.
 */
@Component
class ActionForms {

  /** Shown as separate buttons; the other actions are in a menu. */
  private static final Set<IncidentAction> FIRST =
      EnumSet.of(
          IncidentAction.CLAIM,
          IncidentAction.START,
          IncidentAction.RESUME,
          IncidentAction.CONFIRM,
          IncidentAction.RESOLVE);

  /** A person provides these; the flow provides the others. */
  private static final Set<ResolutionCode> GIVEN =
      EnumSet.complementOf(EnumSet.of(ResolutionCode.DUPLICATE, ResolutionCode.NO_ANSWER));

  /** What the flow calls other than the forms do. */
  private static final Map<String, String> FLOW_NAMES =
      Map.of(
          "resolutionCode", "code",
          "holdReason", "reason",
          "holdUntil", "until",
          "duplicateOf", "of",
          "toTeam", "team",
          "newImpact", "impact",
          "newUrgency", "urgency");

  private static final Set<String> FIELDS =
      Set.of("code", "reason", "until", "of", "team", "assignee", "impact", "urgency", "note");

  private final OfferedActions offered;
  private final StaffDirectory staff;
  private final PageAccess access;
  private final PageRenderer pages;

  ActionForms(OfferedActions offered, StaffDirectory staff, PageAccess access, PageRenderer pages) {
    this.offered = offered;
    this.staff = staff;
    this.access = access;
    this.pages = pages;
  }

  List<ActionForm> of(IncidentView incident, Visitor visitor) {
    return offered.of(new IncidentNumber(incident.number())).stream()
        .filter(act -> access.may(neededFor(act)))
        .map(act -> form(act, incident, visitor.locale()))
        .sorted(Comparator.comparing(form -> !form.first()))
        .toList();
  }

  /**
   * The actions that can come with a reply, of those that are offered. An incident on hold can be
   * resolved by a reply, too: its work is resumed for that.
   */
  List<ActionForm> withReply(List<ActionForm> forms, IncidentView incident, Visitor visitor) {
    List<ActionForm> with = new ArrayList<>();
    for (ActionForm form : forms) {
      IncidentAction act = IncidentAction.valueOf(form.act());
      if (ReplyWithAct.ACTS.contains(act)) {
        with.add(form);
      } else if (act == IncidentAction.RESUME) {
        with.add(form(IncidentAction.RESOLVE, incident, visitor.locale()));
      }
    }
    with.sort(Comparator.comparing(ActionForm::act));
    return with;
  }

  /** The permission that an action needs. */
  static Permission neededFor(IncidentAction act) {
    return switch (act) {
      case CONFIRM -> Permission.CONFIRM;
      case REOPEN -> Permission.REOPEN;
      case REPRIORITISE -> Permission.REPRIORITISE;
      default -> Permission.WORK;
    };
  }

  /**
   * The id of the field on the page.
   *
   * @param name as the form or the flow calls it
   * @return null if no form of an action has it
   */
  static String idOf(IncidentAction act, String name) {
    String field = FLOW_NAMES.getOrDefault(name, name);
    return FIELDS.contains(field) ? "act-%s-%s".formatted(act, field) : null;
  }

  private ActionForm form(IncidentAction act, IncidentView incident, Locale locale) {
    return new ActionForm(
        act.name(),
        pages.name("act", act, locale),
        FIRST.contains(act),
        fields(act, incident, locale));
  }

  private List<Field> fields(IncidentAction act, IncidentView incident, Locale locale) {
    return switch (act) {
      case CLAIM, START, RELEASE, CONFIRM -> List.of();
      case RESUME, PASS_TO_SECOND_LINE, REOPEN, ASK_FOR_HELP ->
          List.of(note("note", false, locale));
      case CANCEL -> List.of(note("note", true, locale));
      case RESOLVE, AMEND ->
          List.of(
              select("code", GIVEN, "resolution", null, locale), note("resolveNote", true, locale));
      case HOLD, EXTEND ->
          List.of(
              select(
                  "reason",
                  EnumSet.allOf(HoldReason.class),
                  "hold",
                  incident.hold() == null ? null : incident.hold().reason(),
                  locale),
              new Field("until", label("until", locale), "when", false, null, List.of()),
              note("holdNote", false, locale));
      case ASSIGN -> List.of(teams(incident, locale), people(locale));
      case DUPLICATE ->
          List.of(new Field("of", label("of", locale), "incident", true, null, List.of()));
      case REPRIORITISE ->
          List.of(
              select("impact", EnumSet.allOf(Level.class), "level", incident.impact(), locale),
              select("urgency", EnumSet.allOf(Level.class), "level", incident.urgency(), locale),
              note("note", false, locale));
    };
  }

  private Field note(String label, boolean required, Locale locale) {
    return new Field("note", label(label, locale), "note", required, null, List.of());
  }

  private <E extends Enum<E>> Field select(
      String name, Set<E> values, String prefix, E present, Locale locale) {
    List<Choice> choices =
        values.stream()
            .map(value -> new Choice(value.name(), pages.name(prefix, value, locale)))
            .toList();
    return new Field(
        name,
        label(name, locale),
        "select",
        true,
        present == null ? null : present.name(),
        choices);
  }

  private Field teams(IncidentView incident, Locale locale) {
    return new Field(
        "team",
        label("team", locale),
        "select",
        true,
        incident.team(),
        staff.teams().stream().map(team -> new Choice(team.code(), team.name())).toList());
  }

  private Field people(Locale locale) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", pages.words("field.nobody", locale)));
    Function<AgentView, Choice> choice = agent -> new Choice(agent.login(), agent.name());
    staff.agents().stream()
        .filter(agent -> agent.active() && !agent.teams().isEmpty())
        .map(choice)
        .forEach(choices::add);
    return new Field("assignee", label("assignee", locale), "select", false, "", choices);
  }

  private String label(String field, Locale locale) {
    return pages.words("field." + field, locale);
  }

  /** Returns the action with this name. */
  static IncidentAction named(String name) {
    return Arrays.stream(IncidentAction.values())
        .filter(act -> act.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnknownAction(name));
  }
}
