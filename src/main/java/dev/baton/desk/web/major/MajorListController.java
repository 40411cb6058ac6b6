package dev.baton.desk.web.major;

import dev.baton.access.Permission;
import dev.baton.desk.web.IncidentField;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.major.DeclareMajorIncident;
import dev.baton.major.MajorIncidentSearch;
import dev.baton.major.MajorIncidentView;
import dev.baton.major.MajorState;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All major incidents: first those that go on, then those that are over. */
@RestController
@Hidden
class MajorListController {

  private static final int ON_A_PAGE = 25;

  /** More than any desk leads at once. */
  private static final int OPEN = 100;

  private static final int LAST_PAGE = 199;

  private final MajorIncidentSearch majors;
  private final DeclareMajorIncident declarations;
  private final MajorRows rows;
  private final IncidentSearch incidents;
  private final PageAccess access;
  private final PageLayout layout;
  private final PageRenderer pages;

  MajorListController(
      MajorIncidentSearch majors,
      DeclareMajorIncident declarations,
      MajorRows rows,
      IncidentSearch incidents,
      PageAccess access,
      PageLayout layout,
      PageRenderer pages) {
    this.majors = majors;
    this.declarations = declarations;
    this.rows = rows;
    this.incidents = incidents;
    this.access = access;
    this.layout = layout;
    this.pages = pages;
  }

  /**
   * @param page of those that are over
   * @param incident the number of one that somebody is about to declare; null for none
   */
  @GetMapping(path = "/desk/major", produces = "text/html;charset=UTF-8")
  ResponseEntity<String> list(
      @RequestParam(defaultValue = "0") String page,
      @RequestParam(required = false) String incident) {
    Visitor visitor = access.visitor(Permission.READ_ESCALATIONS);
    int asked = page.matches("\\d{1,3}") ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 0;
    Page<MajorIncidentView> open =
        majors.list(states(state -> !state.isOver()), PageRequest.of(0, OPEN));
    Page<MajorIncidentView> over =
        majors.list(states(MajorState::isOver), PageRequest.of(asked, ON_A_PAGE));
    Map<String, Object> model = layout.model(visitor);
    model.put("open", rows.of(open.getContent(), visitor));
    model.put("over", rows.of(over.getContent(), visitor));
    model.put("none", open.isEmpty() && over.getTotalElements() == 0);
    model.put("mayDeclare", access.may(Permission.WORK));
    model.put("chosen", chosen(incident));
    model.put("pageNumber", pages.words("list.page", visitor.locale(), asked + 1));
    model.put("previous", asked == 0 ? null : link(asked - 1));
    model.put("next", over.hasNext() && asked < LAST_PAGE ? link(asked + 1) : null);
    model.put("here", link(asked));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(pages.page("major", visitor.locale(), model));
  }

  /** Declares an incident a major one, and leads to it. */
  @PostMapping("/desk/major")
  ResponseEntity<Void> declare(
      @RequestParam(defaultValue = "") String incident,
      @RequestParam(defaultValue = "") String reason) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentNumber number = IncidentField.number(incident);
    access.incident(visitor, number.value());
    declarations.byHand(number, reason);
    return ResponseEntity.ok()
        .header("HX-Redirect", MajorPageController.PAGE + number + "?done=declared")
        .build();
  }

  /** What the field of the form begins with. */
  private String chosen(String incident) {
    return IncidentNumber.parse(incident == null ? "" : incident)
        .flatMap(incidents::find)
        .map(found -> IncidentField.text(found.number(), found.subject()))
        .orElse(null);
  }

  private static List<MajorState> states(Predicate<MajorState> which) {
    return Arrays.stream(MajorState.values()).filter(which).toList();
  }

  private static String link(int page) {
    return "/desk/major" + (page == 0 ? "" : "?page=" + page);
  }
}
