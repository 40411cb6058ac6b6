package dev.baton.signin;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Derives a familiar name such as "Firefox on Windows" from the User-Agent header. The header can
 * be forged: the name helps people recognise their own sessions and proves nothing.
 */
final class BrowserName {

  /**
   * Derived browsers also name the one they are based on, so the more specific names come first.
   */
  private static final Map<String, String> BROWSERS =
      inOrder(
          "Edg",
          "Edge",
          "OPR/",
          "Opera",
          "SamsungBrowser",
          "Samsung Internet",
          "Firefox/",
          "Firefox",
          "FxiOS",
          "Firefox",
          "Chrome/",
          "Chrome",
          "CriOS",
          "Chrome",
          "Safari/",
          "Safari");

  private static final Map<String, String> SYSTEMS =
      inOrder(
          "iPhone",
          "iPhone",
          "iPad",
          "iPad",
          "Android",
          "Android",
          "Windows",
          "Windows",
          "CrOS",
          "ChromeOS",
          "Mac OS X",
          "macOS",
          "Linux",
          "Linux");

  private BrowserName() {}

  /**
   * @param userAgent the header of this name, or null
   * @return empty if the browser is unknown
   */
  static String of(String userAgent) {
    String browser = first(BROWSERS, userAgent);
    String system = first(SYSTEMS, userAgent);
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " on " + system;
  }

  private static String first(Map<String, String> names, String userAgent) {
    return userAgent == null
        ? ""
        : names.entrySet().stream()
            .filter(name -> userAgent.contains(name.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
  }

  private static Map<String, String> inOrder(String... pairs) {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      names.put(pairs[i], pairs[i + 1]);
    }
    return names;
  }
}
