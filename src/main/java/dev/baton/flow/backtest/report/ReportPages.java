package dev.baton.flow.backtest.report;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.StaticMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes reports as pages, without an application: a report is written after the last has gone. */
public final class ReportPages {

  private ReportPages() {}

  /**
   * The page as HTML.
   *
   * @param template a name in {@code templates/backtest/}
   */
  public static String render(String template, Map<String, Object> model) {
    ClassLoaderTemplateResolver templates =
        new ClassLoaderTemplateResolver(ReportPages.class.getClassLoader());
    templates.setPrefix("templates/backtest/");
    templates.setSuffix(".html");
    templates.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateEngineMessageSource(new StaticMessageSource());
    engine.setTemplateResolver(templates);
    return engine.process(template, new Context(Locale.ENGLISH, model));
  }
}
