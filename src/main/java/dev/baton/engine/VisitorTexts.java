package dev.baton.engine;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.PageLocale;
import dev.baton.web.text.Refusal;
import dev.baton.web.text.RefusalTexts;
import java.util.Locale;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Why the engine refuses something: in the visitor's language for people in Tasklist and Cockpit,
 * and in English for programs.
 */
public final class VisitorTexts {

  private static final String WEB_APPLICATIONS = "/camunda/";

  private VisitorTexts() {}

  public static String of(LocalizableText text) {
    return RefusalTexts.in(isPerson() ? PageLocale.current() : Locale.ENGLISH, text);
  }

  public static String of(Refusal refusal) {
    return refusal.reason() == null ? refusal.getMessage() : of(refusal.reason());
  }

  private static boolean isPerson() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        && request
            .getRequest()
            .getRequestURI()
            .startsWith(request.getRequest().getContextPath() + WEB_APPLICATIONS);
  }
}
