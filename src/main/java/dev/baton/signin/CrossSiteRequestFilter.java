package dev.baton.signin;

import dev.baton.web.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that a page of another site makes a browser send with a remembered password:
 * writes that the browser marks as cross-site, and body types that a plain form can send. Session
 * requests have already proved by their token that a page of ours sent them.
 */
class CrossSiteRequestFilter extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
  private static final Set<String> FLOW_FILES =
      Set.of("/api/v1/flows/check", "/api/v1/flows/proposals");
  private static final Set<String> DOCUMENTS = Set.of("application/yaml", "text/calendar");

  private final ProblemResponses answers;

  CrossSiteRequestFilter(ProblemResponses answers) {
    this.answers = answers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return READING.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !OWN_SITE.contains(site)) {
      answers.write(
          request,
          response,
          HttpStatus.FORBIDDEN,
          "refused",
          "Pages of other sites may not send this");
    } else if (!CsrfTokens.isAskedOf(request) && !acceptsType(request)) {
      answers.write(
          request,
          response,
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "unsupported-type",
          "The body must be application/json, or of the type that this address describes");
    } else {
      chain.doFilter(request, response);
    }
  }

  /**
   * The engine takes deployments from Modeler and files as multipart, and the API takes flows to
   * check or propose, agreement documents and holiday lists; everything else is JSON. Of these, a
   * foreign page can only send multipart.
   */
  private static boolean acceptsType(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (header == null) {
      return true;
    }
    try {
      MediaType type = MediaType.parseMediaType(header);
      return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
          || type.getSubtype().endsWith("+json")
          || (request.getRequestURI().startsWith("/api/v1/") && DOCUMENTS.contains(essence(type)))
          || ((request.getRequestURI().startsWith("/engine-rest/")
                  || FLOW_FILES.contains(request.getRequestURI()))
              && type.equalsTypeAndSubtype(MediaType.MULTIPART_FORM_DATA))
          || isFormOfOurs(request, type);
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }

  /** The desk's own pages send forms with a header that other sites cannot add. */
  private static boolean isFormOfOurs(HttpServletRequest request, MediaType type) {
    return request.getRequestURI().startsWith("/desk/")
        && request.getHeader("X-BATON-CSRF") != null
        && (type.equalsTypeAndSubtype(MediaType.MULTIPART_FORM_DATA)
            || type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED));
  }

  private static String essence(MediaType type) {
    return type.getType() + "/" + type.getSubtype();
  }
}
