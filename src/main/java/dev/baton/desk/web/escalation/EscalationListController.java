package dev.baton.desk.web.escalation;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.escalation.EscalationSearch;
import dev.baton.escalation.EscalationView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Escalations: those that go on, the visitor's own first, and those that ended lately. */
@RestController
@Hidden
class EscalationListController {

  static final String PAGE = "/desk/escalations";

  private static final int ON_A_PAGE = 20;
  private static final int LAST_PAGE = 199;
  private static final Duration LATELY = Duration.ofDays(7);

  private final EscalationSearch escalations;
  private final EscalationCards cards;
  private final EscalationOutcomes outcomes;
  private final PageAccess access;
  private final PageLayout layout;
  private final PageRenderer pages;
  private final Clock clock;

  EscalationListController(
      EscalationSearch escalations,
      EscalationCards cards,
      EscalationOutcomes outcomes,
      PageAccess access,
      PageLayout layout,
      PageRenderer pages,
      Clock clock) {
    this.escalations = escalations;
    this.cards = cards;
    this.outcomes = outcomes;
    this.access = access;
    this.layout = layout;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * @param view {@code ended} for those of the last seven days that are over; else what is open
   * @param done id of the escalation that the visitor has just answered or decided; null for none
   */
  @GetMapping(path = PAGE, produces = "text/html;charset=UTF-8")
  ResponseEntity<String> list(
      @RequestParam(defaultValue = "open") String view,
      @RequestParam(defaultValue = "0") String page,
      @RequestParam(required = false) String done) {
    Visitor visitor = access.visitor(Permission.READ_ESCALATIONS);
    boolean isEnded = view.equals("ended");
    int asked = page.matches("\\d{1,3}") ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 0;
    PageRequest part = PageRequest.of(asked, ON_A_PAGE);
    Page<EscalationView> found =
        isEnded
            ? escalations.ended(clock.instant().minus(LATELY), part)
            : escalations.open(visitor.caller().login(), part);
    List<EscalationCard> shown = cards.of(found.getContent(), visitor);
    List<EscalationCard> mine = shown.stream().filter(EscalationCard::mine).toList();
    Long id = done != null && done.matches("\\d{1,18}") ? Long.valueOf(done) : null;
    Map<String, Object> model = layout.model(visitor);
    model.put("ended", isEnded);
    model.put("mine", mine);
    model.put("others", shown.stream().filter(card -> !card.mine()).toList());
    model.put("count", found.getTotalElements());
    model.put("first", asked == 0);
    model.put("outcome", id == null ? null : outcomes.of(id, visitor));
    model.put("done", id);
    model.put("next", id == null || mine.isEmpty() ? null : next(mine, id));
    model.put("pageNumber", pages.words("list.page", visitor.locale(), asked + 1));
    model.put("previousPage", asked == 0 ? null : link(isEnded, asked - 1));
    model.put("nextPage", found.hasNext() && asked < LAST_PAGE ? link(isEnded, asked + 1) : null);
    model.put("here", link(isEnded, asked));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(pages.page("escalations", visitor.locale(), model));
  }

  /** The one that was just acknowledged is decided next. */
  private static EscalationCard next(List<EscalationCard> mine, Long done) {
    return mine.stream().filter(card -> card.id() == done).findFirst().orElseGet(() -> mine.get(0));
  }

  private static String link(boolean isEnded, int page) {
    String query = isEnded ? "?view=ended" : "";
    return PAGE + query + (page == 0 ? "" : (isEnded ? "&" : "?") + "page=" + page);
  }
}
