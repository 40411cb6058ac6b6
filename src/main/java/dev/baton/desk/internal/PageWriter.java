package dev.baton.desk.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes pages and parts of pages from the templates in {@code desk/}, in English or German. What
 * people wrote becomes text, never markup: the only thing that a template takes over unescaped is
 * what another of them has written.
 */
@Component
public class PageWriter {

  private final SpringTemplateEngine engine = new SpringTemplateEngine();
  private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

  PageWriter() {
    ClassLoaderTemplateResolver templates =
        new ClassLoaderTemplateResolver(PageWriter.class.getClassLoader());
    templates.setPrefix("desk/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding("UTF-8");
    words.setBasename("desk/words");
    words.setDefaultEncoding(StandardCharsets.UTF_8.name());
    words.setFallbackToSystemLocale(false);
    engine.setTemplateEngineMessageSource(words);
    engine.setTemplateResolver(templates);
  }

  /** A whole page. */
  public String page(String template, Locale locale, Map<String, Object> model) {
    return engine.process(template, new Context(locale, model));
  }

  /** One fragment of a template. */
  public String part(String template, String part, Locale locale, Map<String, Object> model) {
    return engine.process(
        new TemplateSpec(template, Set.of(part), TemplateMode.HTML, null),
        new Context(locale, model));
  }

  /** Words of the pages by their key. */
  public String words(String key, Locale locale, Object... values) {
    return words.getMessage(key, values, locale);
  }

  /** Words for a value of an enum, by {@code prefix.NAME}. */
  public String name(String prefix, Enum<?> value, Locale locale) {
    return value == null ? null : words(prefix + "." + value.name(), locale);
  }
}
