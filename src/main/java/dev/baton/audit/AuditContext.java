package dev.baton.audit;

import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The data that every entry gets automatically: time, person and way in. */
@Component
class AuditContext {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_WORDS = 1_000;

  private final ActingPerson actingPerson;
  private final Clock clock;

  AuditContext(ActingPerson actingPerson, Clock clock) {
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  AuditRecord of(AuditEntry entry) {
    Actor actor = actingPerson.current();
    Optional<HttpServletRequest> request = request();
    String origin =
        actor.isFlow() ? request.map(AuditContext::wayIn).orElse(actor.origin()) : actor.origin();
    return new AuditRecord(
        clock.instant(),
        entry.kind(),
        shortened(entry.actor() == null ? name(actor) : entry.actor(), LONGEST_NAME),
        origin,
        request.map(HttpServletRequest::getRemoteAddr).orElse(null),
        shortened(entry.subject(), LONGEST_NAME),
        shortened(entry.words(), LONGEST_WORDS),
        AuditRecord.Source.DESK);
  }

  /** The engine learns who signed in only behind the sign-in. */
  private static String name(Actor actor) {
    Authentication person = SecurityContextHolder.getContext().getAuthentication();
    boolean isKnown =
        actor.isFlow()
            && person != null
            && person.isAuthenticated()
            && !(person instanceof AnonymousAuthenticationToken);
    return isKnown ? person.getName() : actor.name();
  }

  private static Optional<HttpServletRequest> request() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? Optional.of(request.getRequest())
        : Optional.empty();
  }

  private static String wayIn(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.startsWith("/api/")) {
      return "API";
    }
    if (path.startsWith("/engine-rest")) {
      return "Engine REST";
    }
    return path.startsWith("/desk") ? "Desk" : "Sign-in";
  }

  private static String shortened(String text, int most) {
    if (text == null) {
      return "";
    }
    String whole = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return whole.length() <= most ? whole : whole.substring(0, most - 1) + "…";
  }
}
