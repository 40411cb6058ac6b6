package dev.baton.web.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The texts of refusals: the bundle {@code web/refusals}, and what the journal says alike. */
public final class RefusalTexts {

  private static final ResourceBundleMessageSource TEXTS = new ResourceBundleMessageSource();

  static {
    TEXTS.setBasenames("web/refusals", "incident/journal");
    TEXTS.setDefaultEncoding("UTF-8");
    TEXTS.setFallbackToSystemLocale(false);
  }

  private RefusalTexts() {}

  /** What the API and logs say. */
  public static String english(LocalizableText text) {
    return in(Locale.ENGLISH, text);
  }

  /** For whoever asked for a page, or through a page of the engine. */
  public static String in(Locale language, LocalizableText text) {
    return TEXTS.getMessage(text, language);
  }

  /** The constants with commas between them, for "one of": their names in English. */
  public static LocalizableText oneOf(Enum<?>... constants) {
    return list(
        Arrays.stream(constants)
            .map(Enum::name)
            .map(name -> LocalizableText.of("refused.value." + name, name))
            .toList());
  }

  private static LocalizableText list(Collection<LocalizableText> texts) {
    return texts.stream()
        .reduce((first, next) -> LocalizableText.of("refused.list", first, next))
        .orElseThrow();
  }
}
