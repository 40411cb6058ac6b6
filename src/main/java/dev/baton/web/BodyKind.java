package dev.baton.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How long a body may be, by the path that it is sent to. A path that is written in another way
 * than the desk writes it gets the lowest limit, as does one that nobody serves.
 */
enum BodyKind {
  /** The sign-in, the account, and whatever takes no body at all. */
  SMALL(64 * 1024),
  /** A description of 100,000 characters, each escaped, and the rest of a report. */
  TEXT(1_500_000),
  /** Models, tables and forms: the engine holds a deployment in memory. */
  DEPLOYMENT(4_000_000),
  /** Files for an incident, which go to disk: {@code spring.servlet.multipart} has their limits. */
  FILES(50L * 1024 * 1024);

  private static final Pattern DEPLOYING =
      Pattern.compile(
          "(/engine-rest|/engine-rest/engine/[^/;%]+|/camunda/api/engine/engine/[^/;%]+)"
              + "/deployment/create");
  private static final Set<String> FLOW_FILES =
      Set.of(
          "/api/v1/flows/check",
          "/desk/flows/check",
          "/api/v1/flows/proposals",
          "/desk/flows/proposals");
  private static final Pattern SENDING_FILES = Pattern.compile("/desk/incidents/[^/;%]+/messages");
  private static final Pattern TEXTS =
      Pattern.compile("(/api/|/desk/|/engine-rest/|/camunda/api/(engine|cockpit|tasklist)/).*");

  private final long limit;

  BodyKind(long limit) {
    this.limit = limit;
  }

  long limit() {
    return limit;
  }

  static BodyKind of(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.contains("//") || path.contains("/.")) {
      return SMALL;
    }
    if ((DEPLOYING.matcher(path).matches() || FLOW_FILES.contains(path)) && isMultipart(request)) {
      return DEPLOYMENT;
    }
    // With the token in a header nobody needs to open the files to learn that the request is
    // forged, or that nobody is signed in.
    if (SENDING_FILES.matcher(path).matches()
        && isMultipart(request)
        && request.getHeader("X-BATON-CSRF") != null) {
      return FILES;
    }
    return TEXTS.matcher(path).matches() ? TEXT : SMALL;
  }

  /** Whether the server itself takes the body apart, past whoever counts what is read. */
  static boolean isForm(HttpServletRequest request) {
    String type = type(request);
    return type.startsWith("application/x-www-form-urlencoded")
        || (type.startsWith("multipart/") && !request.getRequestURI().startsWith("/engine-rest/"));
  }

  private static boolean isMultipart(HttpServletRequest request) {
    return type(request).startsWith("multipart/");
  }

  private static String type(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
  }
}
