package dev.baton.desk.web.incident;

import dev.baton.access.Permission;
import dev.baton.access.PermissionDenied;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Suggestion;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.tag.IncidentTags;
import dev.baton.web.text.LocalizableText;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Adds tags on the page and removes them; the desk's people alone see them. */
@RestController
@Hidden
class IncidentTagsPage {

  private static final int SUGGESTED = 8;

  private final IncidentTags tags;
  private final IncidentAnswers answers;
  private final PageAccess access;
  private final PageRenderer pages;

  IncidentTagsPage(
      IncidentTags tags, IncidentAnswers answers, PageAccess access, PageRenderer pages) {
    this.tags = tags;
    this.answers = answers;
    this.access = access;
    this.pages = pages;
  }

  /** Tags in use. */
  @GetMapping(path = "/desk/tags", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<Suggestion>> suggestions(@RequestParam(defaultValue = "") String q) {
    Visitor visitor = access.visitor(Permission.READ);
    if (visitor.isOfClient()) {
      throw new PermissionDenied(LocalizableText.of("refused.tag.desk"));
    }
    List<Suggestion> found =
        tags.beginningWith(q, SUGGESTED).stream()
            .map(tag -> new Suggestion(tag, tag, null, null))
            .toList();
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
  }

  /**
   * @param tag one, or several with commas between
   */
  @PostMapping("/desk/incidents/{number}/tags")
  ResponseEntity<String> add(
      @PathVariable String number,
      @RequestParam String tag,
      @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentView incident = access.incident(visitor, number);
    return answers.answer(
        incident,
        visitor,
        given,
        () -> {
          tags.add(new IncidentNumber(incident.number()), Arrays.asList(tag.split(",", -1)));
          return now -> pages.words("tag.added", visitor.locale(), tag.strip());
        });
  }

  @PostMapping("/desk/incidents/{number}/tags/remove")
  ResponseEntity<String> remove(
      @PathVariable String number,
      @RequestParam String tag,
      @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentView incident = access.incident(visitor, number);
    return answers.answer(
        incident,
        visitor,
        given,
        () -> {
          tags.remove(new IncidentNumber(incident.number()), tag);
          return now -> pages.words("tag.removed", visitor.locale(), tag);
        });
  }
}
