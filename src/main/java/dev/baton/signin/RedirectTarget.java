package dev.baton.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;

/** The page to open after sign-in: the requested page, if it belongs to this desk. */
public final class RedirectTarget {

  public static final String SIGN_IN = "/sign-in";
  public static final String ACCOUNT = "/account";

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String COCKPIT = "/camunda/app/cockpit/default/";
  private static final String INCIDENTS = "/desk/incidents";
  private static final int LONGEST = 1000;

  private static final Set<String> AT_TASKS =
      Set.of(
          "agent",
          "senior-agent",
          "team-lead",
          "client-relationship-manager",
          "qa-specialist",
          "trainer",
          "admin");
  private static final Set<String> AT_FLOWS =
      Set.of("service-desk-manager", "director-of-operations", "process-owner");

  private RedirectTarget() {}

  /** Returns the page where people with these roles work. */
  public static String home(Collection<String> groups) {
    if (groups.stream().anyMatch(AT_TASKS::contains)) {
      return TASKLIST;
    }
    return groups.stream().anyMatch(AT_FLOWS::contains) ? COCKPIT : INCIDENTS;
  }

  /**
   * Returns the requested page if it is a path of this desk, with query and fragment; otherwise an
   * empty text.
   */
  public static String safe(String wish) {
    return wish != null && wish.length() <= LONGEST && isPathOfOurs(wish) ? wish : "";
  }

  /** Returns the sign-in page that leads on to the requested page. */
  static String signInFor(String wish) {
    String safe = safe(wish);
    return safe.isEmpty() || safe.equals("/")
        ? SIGN_IN
        : SIGN_IN + "?continue=" + URLEncoder.encode(safe, StandardCharsets.UTF_8);
  }

  private static boolean isPathOfOurs(String wish) {
    boolean isPlain =
        wish.startsWith("/")
            && wish.chars().allMatch(letter -> letter > ' ' && letter < 127 && letter != '\\');
    if (!isPlain) {
      return false;
    }
    try {
      String beforeFragment = wish.split("#", 2)[0];
      URI address = new URI(beforeFragment);
      return !address.isAbsolute()
          && address.getRawAuthority() == null
          && address.getRawPath() != null
          && !beforeFragment.split("\\?", 2)[0].contains("//")
          && !address.getRawPath().startsWith(SIGN_IN)
          && !address.getRawPath().startsWith("/sign-out");
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }
}
