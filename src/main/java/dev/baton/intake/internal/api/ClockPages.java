package dev.baton.intake.internal.api;

import dev.baton.sla.ExplainedClocks;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Shows explained clocks to people: one page or one picture that needs no other file. */
@Component
class ClockPages {

  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  ClockPages() {
    ClassLoaderTemplateResolver templates =
        new ClassLoaderTemplateResolver(ClockPages.class.getClassLoader());
    templates.setPrefix("clocks/");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setXmlTemplateModePatterns(Set.of("*.svg"));
    templates.setCharacterEncoding("UTF-8");
    engine.setTemplateEngineMessageSource(new StaticMessageSource());
    engine.setTemplateResolver(templates);
  }

  String picture(ExplainedClocks clocks) {
    return render("timeline.svg", Map.of("chart", ClockChart.of(clocks)));
  }

  String page(ExplainedClocks clocks) {
    return render("page.html", Map.of("page", ClockPage.of(clocks), "picture", picture(clocks)));
  }

  private String render(String template, Map<String, Object> model) {
    return engine.process(template, new Context(Locale.ENGLISH, model));
  }
}
