package dev.baton.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Tells whether a person's browser asks for a page, or a program for data. */
final class PageRequests {

  static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private static final List<String> FOR_PROGRAMS =
      List.of("/api/", "/engine-rest/", "/v3/", "/actuator/", "/camunda/");

  private PageRequests() {}

  /**
   * A browser names HTML when it goes to an address, and htmx says who asks for a part of a page;
   * what accepts anything is a program.
   */
  static boolean isForPage(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    boolean isOfPage =
        accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE) || isPartOfPage(request);
    return isOfPage && FOR_PROGRAMS.stream().noneMatch(request.getRequestURI()::startsWith);
  }

  /** Whether htmx asks for it. */
  static boolean isPartOfPage(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request"));
  }
}
