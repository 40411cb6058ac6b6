package dev.baton.sla.web;

import dev.baton.sla.explanation.ExplainedClocks;
import dev.baton.sla.explanation.ExplanationLanguage;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Shows explained clocks to people: one page or one picture that needs no other file. */
@Component
class ClockPageRenderer {

  private final ITemplateEngine templates;
  private final MessageSource messages;

  ClockPageRenderer(ITemplateEngine templates, MessageSource messages) {
    this.templates = templates;
    this.messages = messages;
  }

  /**
   * @param clocks explained in that language
   */
  String picture(ExplainedClocks clocks, Locale locale) {
    return render(
        "timeline.xml", locale, Map.of("chart", ClockChart.of(clocks, language(clocks, locale))));
  }

  /**
   * @param clocks explained in that language
   */
  String page(ExplainedClocks clocks, Locale locale) {
    return render(
        "page",
        locale,
        Map.of(
            "page",
            ClockPageModel.of(clocks, language(clocks, locale)),
            "picture",
            picture(clocks, locale)));
  }

  private ExplanationLanguage language(ExplainedClocks clocks, Locale locale) {
    return ExplanationLanguage.forReaders(messages, locale, ZoneId.of(clocks.zone()), clocks.at());
  }

  private String render(String template, Locale locale, Map<String, Object> model) {
    return templates.process("clocks/" + template, new Context(locale, model));
  }
}
