package dev.baton.signin.web;

import dev.baton.staff.DeskProfile;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders the sign-in and account pages, in German or else in English. */
@Component
class SignInPageRenderer {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final ITemplateEngine templates;
  private final MessageSource words;
  private final DeskProfile desk;

  SignInPageRenderer(ITemplateEngine templates, MessageSource words, DeskProfile desk) {
    this.templates = templates;
    this.words = words;
    this.desk = desk;
  }

  /** The page, marked as not cacheable. */
  ResponseEntity<String> show(
      HttpServletRequest request, HttpStatus status, String page, Map<String, ?> model) {
    Locale language = language(request);
    Map<String, Object> all = new HashMap<>(model);
    all.put("language", language.getLanguage());
    all.put("deskName", desk.name());
    all.put("hasLogo", desk.hasLogo());
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      all.put("csrf", token.getToken());
    }
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Content-Language", language.getLanguage())
        .body(templates.process("signin/" + page, new Context(language, all)));
  }

  ResponseEntity<String> show(HttpServletRequest request, String page, Map<String, ?> model) {
    return show(request, HttpStatus.OK, page, model);
  }

  /** The message for this key, in the visitor's language. */
  String words(HttpServletRequest request, String key, Object... arguments) {
    return words.getMessage(key, arguments, language(request));
  }

  /** Redirects to another page of this desk. */
  static ResponseEntity<String> goTo(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", path).build();
  }

  /** A waiting time in minutes, rounded up. */
  static long minutes(Duration pause) {
    return Math.max(1, (pause.toSeconds() + 59) / 60);
  }

  private static Locale language(HttpServletRequest request) {
    return request.getLocale().getLanguage().equals(Locale.GERMAN.getLanguage())
        ? Locale.GERMAN
        : Locale.ENGLISH;
  }
}
