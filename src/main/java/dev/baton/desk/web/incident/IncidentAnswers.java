package dev.baton.desk.web.incident;

import dev.baton.access.PermissionDenied;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.engine.FlowConflict;
import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentView;
import dev.baton.web.NotFound;
import dev.baton.web.validation.InvalidInput;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers a form of an incident: a message, and the parts of the page that changed. */
@Component
class IncidentAnswers {

  private final IncidentFragments parts;
  private final PageAccess access;
  private final PageRenderer pages;

  IncidentAnswers(IncidentFragments parts, PageAccess access, PageRenderer pages) {
    this.parts = parts;
    this.access = access;
    this.pages = pages;
  }

  /**
   * Does the work and answers with what was done, or why not.
   *
   * @param given what the request sent, for the parts that the page has already
   * @param work done before the incident is read again; returns what the notice says of it then
   */
  ResponseEntity<String> answer(
      IncidentView before, Visitor visitor, Map<String, String> given, Work work) {
    return answer(before, visitor, given, work, field -> null);
  }

  /**
   * The same, and says at its field what is wrong with a value.
   *
   * @param places the id of the field on the page by its name; null if it has none there
   */
  ResponseEntity<String> answer(
      IncidentView before,
      Visitor visitor,
      Map<String, String> given,
      Work work,
      UnaryOperator<String> places) {
    String words = null;
    String problem = "";
    Function<IncidentView, String> done = null;
    HttpStatus status;
    try {
      if (isSomebodyElse(given, visitor)) {
        throw new PermissionDenied(pages.words("session.other", visitor.locale()));
      }
      done = work.perform();
      status = HttpStatus.OK;
    } catch (NotOffered | FlowConflict | NotFound refused) {
      words =
          pages.words("notice.changed", visitor.locale(), pages.reason(refused, visitor.locale()));
      status = HttpStatus.CONFLICT;
    } catch (InvalidInput wrong) {
      words = pages.words("notice.wrong", visitor.locale(), pages.reason(wrong, visitor.locale()));
      status = HttpStatus.UNPROCESSABLE_ENTITY;
      String place = places.apply(wrong.field());
      if (place != null) {
        problem = parts.problem(place, pages.reason(wrong, visitor.locale()), visitor);
      }
    } catch (PermissionDenied refused) {
      words = pages.reason(refused, visitor.locale());
      status = HttpStatus.FORBIDDEN;
    }
    IncidentView now = access.incident(visitor, before.number());
    boolean trouble = !status.is2xxSuccessful();
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    if (trouble) {
      answer.header("HX-Reswap", "none"); // the form stays as it is
    }
    return answer
        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
        .cacheControl(CacheControl.noStore())
        .header("HX-Trigger", "incident-changed")
        .body(
            (trouble
                    ? parts.notice(words, true, visitor)
                    : parts.done(done.apply(now), now, visitor))
                + parts.news(now, visitor, given)
                + problem);
  }

  /** The same answer, for what is linked with the incident is to be shown anew, too. */
  static ResponseEntity<String> linksChanged(ResponseEntity<String> answer) {
    HttpHeaders headers = new HttpHeaders();
    headers.addAll(answer.getHeaders());
    headers.set("HX-Trigger", "incident-changed, incident-links-changed");
    return ResponseEntity.status(answer.getStatusCode()).headers(headers).body(answer.getBody());
  }

  /** Whether another person opened the page, whose session has ended since. */
  static boolean isSomebodyElse(Map<String, String> given, Visitor visitor) {
    String opener = given.getOrDefault("seen-person", "");
    return !opener.isEmpty() && !opener.equals(visitor.caller().login());
  }

  /** Does what the form asks for. */
  @FunctionalInterface
  interface Work {

    /** Returns the words of the notice, made of the incident as it stands afterwards. */
    Function<IncidentView, String> perform();
  }
}
