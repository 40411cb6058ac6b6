package dev.baton.admin.web.audit;

import dev.baton.access.Permission;
import dev.baton.admin.web.ActorNames;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.AdminLayout;
import dev.baton.admin.web.AdminPage;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditRecord;
import dev.baton.audit.AuditSearch;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page of the audit trail. */
@RestController
@Order(10)
@Hidden
class AuditPageController implements AdminPage {

  /** Those whose names are words. */
  private static final Map<String, String> ORIGINS =
      Map.of(
          "Desk", "admin.audit.origin.desk",
          "Flow", "admin.audit.origin.flow",
          "Sign-in", "admin.audit.origin.signIn");

  private final AuditSearch audit;
  private final ActorNames actors;
  private final AdminLayout layout;
  private final PageAccess access;
  private final PageRenderer pages;
  private final Clock clock;

  AuditPageController(
      AuditSearch audit,
      ActorNames actors,
      AdminLayout layout,
      PageAccess access,
      PageRenderer pages,
      Clock clock) {
    this.audit = audit;
    this.actors = actors;
    this.layout = layout;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.RECORDS;
  }

  @Override
  public Permission permission() {
    return Permission.READ_AUDIT;
  }

  /** A line of the trail. */
  record Line(
      String at,
      String kind,
      String who,
      String origin,
      String subject,
      String href,
      String words) {}

  /** A kind of entry to choose. */
  record KindChoice(String value, String label, boolean chosen) {}

  @GetMapping(path = "/desk/admin/audit", produces = "text/html;charset=UTF-8")
  ResponseEntity<String> trail(@RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(permission());
    Instant now = clock.instant();
    AuditFilter filter = AuditFilter.of(given, visitor, now);
    Page<AuditRecord> found =
        audit.find(filter.query(visitor), PageRequest.of(filter.page(), AuditFilter.ON_A_PAGE));
    Map<String, Object> model = layout.model(visitor, name());
    model.put("filter", filter);
    model.put("kinds", kinds(filter, visitor.locale()));
    model.put("lines", found.stream().map(record -> line(record, visitor, now)).toList());
    model.put("count", found.getTotalElements());
    model.put("isMost", found.getTotalElements() >= AuditSearch.MOST);
    model.put("export", filter.export(visitor));
    model.put("pageNumber", pages.words("list.page", visitor.locale(), filter.page() + 1));
    model.put("previous", found.hasPrevious() ? filter.link(filter.page() - 1) : null);
    model.put("next", found.hasNext() ? filter.link(filter.page() + 1) : null);
    return layout.answer(HttpStatus.OK, "admin-audit", visitor, model);
  }

  private List<KindChoice> kinds(AuditFilter filter, Locale locale) {
    return Arrays.stream(AuditKind.values())
        .map(kind -> new KindChoice(kind.name(), label(kind, locale), kind == filter.kind()))
        .toList();
  }

  private String label(AuditKind kind, Locale locale) {
    return pages.name("admin.audit.kinds", kind, locale);
  }

  private Line line(AuditRecord record, Visitor visitor, Instant now) {
    boolean isIncident = record.subject() != null && record.subject().matches("INC-\\d{4}-\\d+");
    return new Line(
        visitor.at(record.at(), now),
        label(record.kind(), visitor.locale()),
        actors.of(record.actor(), visitor.locale()),
        origin(record.origin(), visitor.locale()),
        record.subject(),
        isIncident ? "/desk/incidents/" + record.subject() : null,
        record.words());
  }

  private String origin(String origin, Locale locale) {
    return ORIGINS.containsKey(origin) ? pages.words(ORIGINS.get(origin), locale) : origin;
  }
}
