package dev.baton.desk.web.incident;

import dev.baton.access.Permission;
import dev.baton.desk.macro.Macro;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.macro.MacroValues;
import dev.baton.desk.web.macro.MacroWords;
import dev.baton.incident.IncidentAction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a macro would do with an incident now, and what the incident does not offer. */
@Component
class MacroSteps {

  private static final Set<IncidentAction> TAKING =
      EnumSet.of(IncidentAction.CLAIM, IncidentAction.ASSIGN);

  private final IncidentFragments parts;
  private final TaskPanels tasks;
  private final MacroText texts;
  private final MacroWords does;
  private final MacroValues values;
  private final PageAccess access;
  private final PageRenderer pages;

  MacroSteps(
      IncidentFragments parts,
      TaskPanels tasks,
      MacroText texts,
      MacroWords does,
      MacroValues values,
      PageAccess access,
      PageRenderer pages) {
    this.parts = parts;
    this.tasks = tasks;
    this.texts = texts;
    this.does = does;
    this.values = values;
    this.access = access;
    this.pages = pages;
  }

  /**
   * A step.
   *
   * @param problem why it cannot be done now; null if it can
   */
  record Step(String words, String problem) {}

  List<Step> of(Macro macro, IncidentView incident, Visitor visitor) {
    Set<IncidentAction> offered =
        parts
            .offered(incident, tasks.of(new IncidentNumber(incident.number()), visitor), visitor)
            .stream()
            .map(form -> IncidentAction.valueOf(form.act()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(IncidentAction.class)));
    List<Step> steps = new ArrayList<>();
    if (macro.assignsToMe()) {
      steps.add(assign(incident, offered, visitor));
    }
    if (macro.category() != null) {
      steps.add(edit(does.category(macro, visitor.locale()), Optional.empty(), incident, visitor));
    }
    if (macro.service() != null) {
      steps.add(
          edit(
              does.service(macro, visitor.locale()),
              values.serviceProblem(macro, incident, visitor.locale()),
              incident,
              visitor));
    }
    if (macro.impact() != null) {
      String words =
          pages.words(
              "macros.does.priority",
              visitor.locale(),
              pages.name("level", macro.impact(), visitor.locale()),
              pages.name("level", macro.urgency(), visitor.locale()));
      steps.add(step(words, IncidentAction.REPRIORITISE, offered, incident, visitor));
    }
    if (macro.template() != null) {
      steps.add(text(macro, incident, visitor));
    }
    if (macro.act() != null) {
      steps.add(step(does.act(macro, visitor.locale()), macro.act(), offered, incident, visitor));
    }
    return steps;
  }

  static boolean isMine(IncidentView incident, Visitor visitor) {
    return visitor.caller().login().equals(incident.assignee());
  }

  private Step assign(IncidentView incident, Set<IncidentAction> offered, Visitor visitor) {
    if (isMine(incident, visitor)) {
      return new Step(pages.words("macros.does.assigned", visitor.locale()), null);
    }
    String words = pages.words("macros.does.assign", visitor.locale());
    return offered.stream().anyMatch(TAKING::contains)
        ? new Step(words, null)
        : step(words, IncidentAction.ASSIGN, offered, incident, visitor);
  }

  private Step edit(
      String words, Optional<String> problem, IncidentView incident, Visitor visitor) {
    if (!access.may(Permission.WORK)) {
      return new Step(words, pages.words("macros.notAllowed", visitor.locale()));
    }
    return new Step(
        words, incident.status().isFinal() ? notOffered(incident, visitor) : problem.orElse(null));
  }

  private String notOffered(IncidentView incident, Visitor visitor) {
    return pages.words(
        "macros.notOffered",
        visitor.locale(),
        pages.name("status", incident.status(), visitor.locale()));
  }

  private Step text(Macro macro, IncidentView incident, Visitor visitor) {
    return new Step(
        macro.isNote()
            ? pages.words("macros.does.noteNow", visitor.locale())
            : pages.words("macros.does.replyNow", visitor.locale(), incident.requester().name()),
        texts.isDenied(macro, incident, visitor) ? denied(macro, visitor) : null);
  }

  private String denied(Macro macro, Visitor visitor) {
    return pages.words(
        "macros.templateDenied", visitor.locale(), macro.templateName(visitor.locale()));
  }

  private Step step(
      String words,
      IncidentAction act,
      Set<IncidentAction> offered,
      IncidentView incident,
      Visitor visitor) {
    if (offered.contains(act)) {
      return new Step(words, null);
    }
    Permission needed = ActionForms.neededFor(act);
    return new Step(
        words,
        access.may(needed)
            ? notOffered(incident, visitor)
            : pages.words("macros.notAllowed", visitor.locale()));
  }
}
