package dev.baton.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** The page that is shown until the desk is prepared. It needs no other file and no script. */
class StartUpPage {

  private static final String RELOADED_AFTER = "3";

  private static final String STYLE =
      """
      body{margin:0;min-height:100vh;display:flex;align-items:center;justify-content:center;\
      background:#f4f6fa;color:#1d2433;font:16px/1.5 system-ui,sans-serif}\
      main{max-width:34rem;margin:1rem;padding:2rem;background:#fff;border:1px solid #d9dee8;\
      border-top:4px solid #155cb5;border-radius:4px}\
      h1{margin:0 0 .5rem;font-size:1.5rem}p{margin:.5rem 0 0}\
      """;

  /** Only the page's own style. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'";

  private final MessageSource words;

  StartUpPage(MessageSource words) {
    this.words = words;
  }

  /**
   * @param goesTo where the page goes when it reloads; empty for its own address
   */
  String html(Locale locale, boolean isDemo, String goesTo) {
    String reload = RELOADED_AFTER + (goesTo.isEmpty() ? "" : ";url=" + goesTo);
    return """
        <!DOCTYPE html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
        <meta http-equiv="refresh" content="%s">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <style>%s</style></head>
        <body><main><div role="status"><h1>%s</h1><p>%s</p><p>%s</p></div></main></body></html>
        """
        .formatted(
            locale.getLanguage(),
            text("starting.title", locale),
            reload,
            STYLE,
            text("starting.title", locale),
            text(isDemo ? "starting.demo" : "starting.desk", locale),
            text("starting.reload", locale));
  }

  private String text(String key, Locale locale) {
    return words.getMessage(key, null, locale);
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256.", e);
    }
  }
}
