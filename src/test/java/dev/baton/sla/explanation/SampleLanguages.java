package dev.baton.sla.explanation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The languages of explanations, as the application sets them up. */
public final class SampleLanguages {

  private static final ResourceBundleMessageSource MESSAGES = messages();

  private SampleLanguages() {}

  public static ExplanationLanguage forPrograms(ZoneId zone) {
    return ExplanationLanguage.forPrograms(MESSAGES, zone);
  }

  public static ExplanationLanguage forReaders(Locale locale, ZoneId zone, Instant now) {
    return ExplanationLanguage.forReaders(MESSAGES, locale, zone, now);
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("sla/clocks");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    return messages;
  }
}
