package dev.baton.sla.web;

import dev.baton.sla.explanation.ExplainedClocks;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Shows explained clocks to people: one page or one picture that needs no other file. */
@Component
class ClockPageRenderer {

  private final ITemplateEngine templates;

  ClockPageRenderer(ITemplateEngine templates) {
    this.templates = templates;
  }

  String picture(ExplainedClocks clocks) {
    return render("timeline.xml", Map.of("chart", ClockChart.of(clocks)));
  }

  String page(ExplainedClocks clocks) {
    return render("page", Map.of("page", ClockPageModel.of(clocks), "picture", picture(clocks)));
  }

  private String render(String template, Map<String, Object> model) {
    return templates.process("clocks/" + template, new Context(Locale.ENGLISH, model));
  }
}
