package dev.baton.signin;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names a browser and its system as people know them, such as "Firefox on Windows", from what it
 * says of itself. It may say anything: this is for recognising one's own, and proves nothing.
 */
final class BrowserName {

  /** What is based on another one names that, too: the more special comes first. */
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
   * @return empty where it names none that is known here
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
