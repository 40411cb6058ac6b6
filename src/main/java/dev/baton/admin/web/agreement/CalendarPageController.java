package dev.baton.admin.web.agreement;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.AdminLayout;
import dev.baton.admin.web.AdminPage;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.HolidayRegions;
import dev.baton.calendar.ICalendarHolidays;
import dev.baton.calendar.InvalidCalendar;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.sla.agreement.AgreementDraft;
import dev.baton.sla.agreement.InvalidDefinition;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.sla.agreement.PublishedVersion;
import dev.baton.sla.agreement.TryAgreements;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages of calendars: changed, tried, published and compared. */
@RestController
@RequestMapping(path = "/desk/admin", produces = "text/html;charset=UTF-8")
@Hidden
@Order(10)
class CalendarPageController implements AdminPage {

  private final PublishedAgreements published;
  private final PublishAgreements publish;
  private final TryAgreements trials;
  private final CalendarPages calendars;
  private final DefinitionWords words;
  private final VersionHistory history;
  private final AdminLayout layout;
  private final PageAccess access;
  private final PageRenderer pages;

  CalendarPageController(
      PublishedAgreements published,
      PublishAgreements publish,
      TryAgreements trials,
      CalendarPages calendars,
      DefinitionWords words,
      VersionHistory history,
      AdminLayout layout,
      PageAccess access,
      PageRenderer pages) {
    this.published = published;
    this.publish = publish;
    this.trials = trials;
    this.calendars = calendars;
    this.words = words;
    this.history = history;
    this.layout = layout;
    this.access = access;
    this.pages = pages;
  }

  @Override
  public String name() {
    return CalendarPages.NAME;
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.AGREEMENTS;
  }

  @Override
  public Permission permission() {
    return Permission.READ_AGREEMENTS;
  }

  @GetMapping("/new-calendar")
  ResponseEntity<String> blank() {
    Visitor visitor = access.visitor(Permission.PUBLISH_AGREEMENTS);
    FormValues form = CalendarFields.initial(visitor.zone());
    return calendars.one(
        new CalendarPages.Shown(null, 0, List.of(), fields(null), form, null), visitor);
  }

  @GetMapping("/calendars/{name}")
  ResponseEntity<String> one(
      @PathVariable String name,
      @RequestParam(name = "published", required = false) String publishedNow) {
    Visitor visitor = access.visitor(Permission.READ_AGREEMENTS);
    List<PublishedVersion<CalendarDefinition>> versions = versions(name);
    CalendarFields fields = fields(VersionHistory.newest(versions));
    String notice = history.notice(publishedNow, versions, visitor);
    CalendarPages.Shown shown = shown(name, versions, fields);
    return calendars.one(shown.saying(shown.seen(), notice), visitor);
  }

  /** The regions of a country, as options. */
  @GetMapping("/choices/regions")
  ResponseEntity<String> regions(@RequestParam(defaultValue = "") String country) {
    Visitor visitor = access.visitor(Permission.READ_AGREEMENTS);
    Map<String, Object> model =
        Map.of(
            "regions", HolidayRegions.regions(country, visitor.locale()), "form", new FormValues());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(pages.part("admin-calendar", "regions", visitor.locale(), model));
  }

  @GetMapping("/calendars/{name}/compare")
  ResponseEntity<String> compare(
      @PathVariable String name,
      @RequestParam(required = false) Integer from,
      @RequestParam(required = false) Integer to) {
    Visitor visitor = access.visitor(Permission.READ_AGREEMENTS);
    Locale locale = visitor.locale();
    Map<String, Object> model = layout.model(visitor, CalendarPages.NAME);
    model.put("name", name);
    model.put("path", CalendarPages.path(name));
    model.putAll(
        VersionHistory.comparison(versions(name), from, to, one -> words.rows(one, locale)));
    return layout.answer(HttpStatus.OK, "admin-versions", visitor, model);
  }

  @PostMapping("/new-calendar/{step:check|import}")
  ResponseEntity<String> checkNew(
      @PathVariable String step, @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.PUBLISH_AGREEMENTS);
    return step(
        step,
        new CalendarPages.Shown(null, 0, List.of(), fields(null), FormValues.of(given), null),
        visitor);
  }

  @PostMapping("/calendars/{name}/{step:check|import}")
  ResponseEntity<String> check(
      @PathVariable String name,
      @PathVariable String step,
      @RequestParam int seen,
      @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.PUBLISH_AGREEMENTS);
    List<PublishedVersion<CalendarDefinition>> versions = versions(name);
    CalendarFields fields = fields(VersionHistory.version(versions, seen).definition());
    return step(
        step,
        new CalendarPages.Shown(name, seen, versions, fields, FormValues.of(given), null),
        visitor);
  }

  private ResponseEntity<String> step(String step, CalendarPages.Shown shown, Visitor visitor) {
    FormProblems problems = new FormProblems();
    if (!shown.form().isComplete()) {
      problems.about("form", "refused.agreement.incomplete");
      return calendars.refused(shown, problems, visitor);
    }
    return step.equals("import") ? read(shown, problems, visitor) : check(shown, problems, visitor);
  }

  /** Adds the days of an iCalendar file to the form; nothing is published. */
  private ResponseEntity<String> read(
      CalendarPages.Shown shown, FormProblems problems, Visitor visitor) {
    byte[] file = shown.form().get("ics").getBytes(StandardCharsets.UTF_8);
    FormValues form = shown.form().with("ics", "");
    try {
      Map<LocalDate, String> days = ICalendarHolidays.read(new ByteArrayInputStream(file));
      int read = shown.fields().importClosed(form, days, problems);
      if (problems.isEmpty()) {
        String notice = pages.words("admin.calendars.imported", visitor.locale(), read);
        return calendars.one(shown.saying(shown.seen(), notice), visitor);
      }
    } catch (InvalidCalendar unreadable) {
      problems.about("ics-file", "refused.calendar.file");
    }
    return calendars.refused(shown, problems, visitor);
  }

  private ResponseEntity<String> check(
      CalendarPages.Shown shown, FormProblems problems, Visitor visitor) {
    String name = shown.name() == null ? shown.form().get("name") : shown.name();
    CalendarDefinition draft = shown.fields().read(name, shown.form(), problems);
    if (shown.name() == null && !published.calendar(name).isEmpty()) {
      problems.about("name", "refused.settings.taken");
    }
    if (!problems.isEmpty()) {
      return calendars.refused(shown, problems, visitor);
    }
    try {
      trials.check(AgreementDraft.of(draft));
      return calendars.checked(shown, draft, visitor);
    } catch (InvalidDefinition refused) {
      return calendars.refused(shown, problems(refused), visitor);
    }
  }

  @PostMapping("/calendars/{name}/publish")
  ResponseEntity<String> publish(
      @PathVariable String name, @RequestParam int seen, @RequestParam String yaml) {
    Visitor visitor = access.visitor(Permission.PUBLISH_AGREEMENTS);
    CalendarDefinition draft =
        AgreementDraft.ofYaml(yaml).document().calendars().stream()
            .filter(one -> name.equals(one.name()))
            .findFirst()
            .orElseThrow(() -> new NotFound("calendar", name));
    try {
      publish.publish(draft, seen);
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create(CalendarPages.path(name) + "?published="))
          .build();
    } catch (OptimisticLockingFailureException late) {
      return calendars.late(shown(draft), visitor);
    } catch (InvalidDefinition refused) {
      return calendars.refused(shown(draft), problems(refused), visitor);
    }
  }

  /** A draft that could not be published, based on the newest version. */
  private CalendarPages.Shown shown(CalendarDefinition draft) {
    List<PublishedVersion<CalendarDefinition>> versions = published.calendar(draft.name());
    return shown(versions.isEmpty() ? null : draft.name(), versions, fields(draft));
  }

  /** As the newest version says it, or as a draft that would follow it. */
  private static CalendarPages.Shown shown(
      String name, List<PublishedVersion<CalendarDefinition>> versions, CalendarFields fields) {
    return new CalendarPages.Shown(
        name, VersionHistory.newestNumber(versions), versions, fields, fields.write(), null);
  }

  private static FormProblems problems(InvalidDefinition refused) {
    FormProblems problems = new FormProblems();
    refused
        .flaws()
        .forEach(
            flaw ->
                problems.about(
                    flaw,
                    part ->
                        part.equals("holidays")
                            ? "country"
                            : part.startsWith("special") ? "special" : part));
    return problems;
  }

  private CalendarFields fields(CalendarDefinition stored) {
    return new CalendarFields(
        stored, calendars.today(stored == null ? ZoneOffset.UTC : stored.zone()));
  }

  private List<PublishedVersion<CalendarDefinition>> versions(String name) {
    List<PublishedVersion<CalendarDefinition>> versions = published.calendar(name);
    if (versions.isEmpty()) {
      throw new NotFound("calendar", name);
    }
    return versions;
  }
}
