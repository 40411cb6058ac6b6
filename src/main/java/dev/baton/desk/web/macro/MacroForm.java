package dev.baton.desk.web.macro;

import dev.baton.desk.macro.Macro;
import dev.baton.desk.template.ReplyTemplate;
import dev.baton.desk.template.TemplateKeeper;
import dev.baton.desk.template.TemplateScope;
import dev.baton.desk.web.template.SeenVersion;
import dev.baton.desk.web.template.Sharing;
import dev.baton.incident.IncidentAction;
import dev.baton.incident.Level;
import dev.baton.incident.ResolutionCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What somebody chose in the form of a macro; the empty text where nothing is chosen.
 *
 * @param sharing see {@link Sharing#value()}
 * @param template id of the template
 * @param kind REPLY or NOTE
 * @param seen the version that they saw: see {@link SeenVersion}
 */
record MacroForm(
    String name,
    String sharing,
    boolean assignsToMe,
    String impact,
    String urgency,
    String category,
    String service,
    String template,
    String kind,
    String act,
    String code,
    String seen) {

  static final int LONGEST_NAME = 80;

  /** A person gives these; the flow gives the others. */
  static final List<ResolutionCode> CODES =
      Arrays.stream(ResolutionCode.values())
          .filter(code -> code != ResolutionCode.DUPLICATE && code != ResolutionCode.NO_ANSWER)
          .toList();

  static final MacroForm EMPTY =
      new MacroForm(
          "", TemplateScope.PERSON.name(), false, "", "", "", "", "", "REPLY", "", "", "");

  static MacroForm of(Map<String, String> given) {
    return new MacroForm(
        field(given, "name"),
        field(given, "sharing"),
        given.containsKey("assignsToMe"),
        field(given, "impact"),
        field(given, "urgency"),
        field(given, "category"),
        field(given, "service"),
        field(given, "template"),
        field(given, "kind").equals("NOTE") ? "NOTE" : "REPLY",
        field(given, "act"),
        field(given, "code"),
        field(given, "seen"));
  }

  static MacroForm of(Macro macro) {
    return new MacroForm(
        macro.name(),
        sharingOf(macro).value(),
        macro.assignsToMe(),
        text(macro.impact()),
        text(macro.urgency()),
        text(macro.category()),
        text(macro.service()),
        text(macro.template()),
        macro.isNote() ? "NOTE" : "REPLY",
        text(macro.act()),
        text(macro.resolutionCode()),
        SeenVersion.of(macro.changedAt()));
  }

  /** The same, as if the person had seen another version. */
  MacroForm having(Instant changedAt) {
    return new MacroForm(
        name,
        sharing,
        assignsToMe,
        impact,
        urgency,
        category,
        service,
        template,
        kind,
        act,
        code,
        SeenVersion.of(changedAt));
  }

  static Sharing sharingOf(Macro macro) {
    return new Sharing(macro.scope(), macro.owner(), macro.team(), null);
  }

  private static String field(Map<String, String> given, String name) {
    return given.getOrDefault(name, "").strip();
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  /** The id of the chosen template; null for none. */
  Long templateId() {
    return template.matches("\\d{1,18}") ? Long.valueOf(template) : null;
  }

  /**
   * The macro as it was chosen; without an owner yet if the sharing is null.
   *
   * @param whose null if it could not be read
   */
  Macro macro(long id, Sharing whose, TemplateKeeper keeper, MacroValues values) {
    IncidentAction chosenAct =
        Macro.ACTS.stream().filter(one -> one.name().equals(act)).findFirst().orElse(null);
    return new Macro(
        id,
        name,
        whose == null ? TemplateScope.PERSON : whose.scope(),
        whose == null ? keeper.login() : whose.owner(),
        whose == null ? null : whose.team(),
        assignsToMe,
        level(impact),
        level(urgency),
        category.isEmpty() ? null : category,
        service.isEmpty() ? null : values.serviceCode(service),
        templateId(),
        null,
        null,
        kind.equals("NOTE"),
        chosenAct,
        chosenAct == IncidentAction.RESOLVE ? resolutionCode() : null,
        keeper.login(),
        SeenVersion.changedAt(seen));
  }

  private ResolutionCode resolutionCode() {
    return CODES.stream().filter(one -> one.name().equals(code)).findFirst().orElse(null);
  }

  private static Level level(String name) {
    return Arrays.stream(Level.values())
        .filter(level -> level.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /**
   * What is wrong, as keys of messages by the name of its field; empty if nothing is.
   *
   * @param macro as it was chosen
   * @param text the chosen template, or null
   */
  static Map<String, String> problems(Macro macro, ReplyTemplate text) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (macro.name().isEmpty()) {
      problems.put("name", "writing.nameMissing");
    } else if (macro.name().length() > LONGEST_NAME) {
      problems.put("name", "macros.nameTooLong");
    }
    if (!macro.doesSomething()) {
      problems.put("act", "macros.nothing");
    }
    if ((macro.impact() == null) != (macro.urgency() == null)) {
      problems.put("impact", "macros.bothLevels");
    }
    if (macro.template() != null && !reaches(macro, text)) {
      problems.put("template", "macros.templateNotShared");
    }
    if (macro.act() == IncidentAction.RELEASE && macro.assignsToMe()) {
      problems.put("act", "macros.assignAndRelease");
    }
    if (macro.act() == IncidentAction.RESOLVE) {
      if (macro.template() == null || macro.isNote()) {
        problems.put("template", "macros.resolveNeedsReply");
      }
      if (macro.resolutionCode() == null) {
        problems.put("code", "message.then.noCode");
      }
    }
    return problems;
  }

  /** Whether everybody who runs the macro may use the template. */
  private static boolean reaches(Macro macro, ReplyTemplate text) {
    if (text == null) {
      return false;
    }
    return switch (text.scope()) {
      case DESK -> true;
      case TEAM ->
          macro.scope() == TemplateScope.PERSON
              || macro.scope() == TemplateScope.TEAM && Objects.equals(macro.team(), text.team());
      case PERSON ->
          macro.scope() == TemplateScope.PERSON && Objects.equals(macro.owner(), text.owner());
      case CLIENT -> false;
    };
  }
}
