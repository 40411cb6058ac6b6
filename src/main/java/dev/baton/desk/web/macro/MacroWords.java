package dev.baton.desk.web.macro;

import dev.baton.desk.macro.Macro;
import dev.baton.desk.web.PageRenderer;
import dev.baton.incident.IncidentAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says what a macro does, step by step. */
@Component
public class MacroWords {

  private final MacroValues values;
  private final PageRenderer pages;

  MacroWords(MacroValues values, PageRenderer pages) {
    this.values = values;
    this.pages = pages;
  }

  /**
   * In the order in which it happens.
   *
   * @param services the names of services by their codes: see {@link MacroValues#serviceNames}
   */
  public List<String> of(Macro macro, Map<String, String> services, Locale locale) {
    List<String> steps = new ArrayList<>();
    if (macro.assignsToMe()) {
      steps.add(pages.words("macros.does.assign", locale));
    }
    if (macro.category() != null) {
      steps.add(category(macro, locale));
    }
    if (macro.service() != null) {
      steps.add(service(services.getOrDefault(macro.service(), macro.service()), locale));
    }
    if (macro.impact() != null) {
      steps.add(
          pages.words(
              "macros.does.priority",
              locale,
              pages.name("level", macro.impact(), locale),
              pages.name("level", macro.urgency(), locale)));
    }
    if (macro.template() != null) {
      steps.add(
          pages.words(
              macro.isNote() ? "macros.does.note" : "macros.does.reply",
              locale,
              macro.templateName(locale)));
    }
    if (macro.act() != null) {
      steps.add(act(macro, locale));
    }
    return steps;
  }

  /** That it sets its category. */
  public String category(Macro macro, Locale locale) {
    return pages.words("macros.does.category", locale, macro.category());
  }

  /** That it sets its service. */
  public String service(Macro macro, Locale locale) {
    return service(values.serviceName(macro.service()), locale);
  }

  private String service(String name, Locale locale) {
    return pages.words("macros.does.service", locale, name);
  }

  /** What its act does. */
  public String act(Macro macro, Locale locale) {
    if (macro.act() == IncidentAction.HOLD) {
      return pages.words("macros.does.hold", locale);
    }
    String act = pages.name("act", macro.act(), locale);
    return macro.resolutionCode() == null
        ? act
        : act + ": " + pages.name("resolution", macro.resolutionCode(), locale);
  }
}
