package dev.baton.web.text;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** The language of the pages. */
public final class PageLocale {

  private PageLocale() {}

  /** What the request prefers; the pages speak English and German. */
  public static Locale current() {
    return LocaleContextHolder.getLocale().getLanguage().equals("de") ? Locale.GERMANY : Locale.UK;
  }
}
