package dev.baton.desk.web.major;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Suggestion;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.major.MajorDetails;
import dev.baton.major.MajorIncidentSearch;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page of one major incident: from its declaration to the actions of its review. */
@RestController
@Hidden
class MajorPageController {

  static final String PAGE = "/desk/major/";

  private final MajorIncidentSearch majors;
  private final MajorPageRenderer renderer;
  private final MajorPeopleRows people;
  private final PageAccess access;
  private final PageRenderer pages;

  MajorPageController(
      MajorIncidentSearch majors,
      MajorPageRenderer renderer,
      MajorPeopleRows people,
      PageAccess access,
      PageRenderer pages) {
    this.majors = majors;
    this.renderer = renderer;
    this.people = people;
    this.access = access;
    this.pages = pages;
  }

  /**
   * @param done what the visitor has just done; empty for nothing
   */
  @GetMapping(path = PAGE + "{number}", produces = "text/html;charset=UTF-8")
  ResponseEntity<String> page(
      @PathVariable String number, @RequestParam(defaultValue = "") String done) {
    Visitor visitor = access.visitor(Permission.READ_ESCALATIONS);
    MajorDetails major =
        IncidentNumber.parse(number)
            .flatMap(majors::details)
            .orElseThrow(() -> new NotFound("major-incident", number));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(pages.page("major-incident", visitor.locale(), renderer.of(major, done, visitor)));
  }

  /** The desk's people for what somebody types. */
  @GetMapping(PAGE + "choices/people")
  ResponseEntity<List<Suggestion>> people(@RequestParam(defaultValue = "") String q) {
    Visitor visitor = access.visitor(Permission.WORK);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(people.like(q, visitor));
  }
}
