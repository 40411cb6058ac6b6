package dev.baton.admin.web.agreement;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminLayout;
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
import dev.baton.sla.agreement.SampleIncident;
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
class CalendarPageController {

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

  @GetMapping("/new-calendar")
  ResponseEntity<String> blank() {
    Visitor visitor = access.visitor(Permission.PUBLISH_AGREEMENTS);
    FormValues form = new FormValues().with("zone", visitor.zone());
    return calendars.one(new CalendarPages.Shown(null, 0, fields(null), form, null), visitor);
  }

  @GetMapping("/calendars/{name}")
  ResponseEntity<String> one(
      @PathVariable String name,
      @RequestParam(name = "published", required = false) String publishedNow) {
    Visitor visitor = access.visitor(Permission.READ_AGREEMENTS);
    PublishedVersion<CalendarDefinition> newest = versions(name).get(0);
    CalendarFields fields = fields(newest.definition());
    String notice =
        publishedNow == null
            ? null
            : pages.words("admin.versions.published", visitor.locale(), newest.number());
    return calendars.one(
        new CalendarPages.Shown(name, newest.number(), fields, fields.write(), notice), visitor);
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
    List<PublishedVersion<CalendarDefinition>> versions = versions(name);
    int newer = to == null ? versions.get(0).number() : to;
    int older = from == null ? Math.max(1, newer - 1) : from;
    Map<String, Object> model = layout.model(visitor, CalendarPages.NAME);
    model.put("name", name);
    model.put("path", CalendarPages.path(name));
    model.put("from", older);
    model.put("to", newer);
    model.put("versions", history.of(versions, one -> List.of(), visitor));
    model.put(
        "differences",
        VersionDifference.all(
            words.rows(VersionHistory.version(versions, older).definition(), locale),
            words.rows(VersionHistory.version(versions, newer).definition(), locale)));
    return layout.answer(HttpStatus.OK, "admin-versions", visitor, model);
  }

  @PostMapping("/new-calendar/{step:check|import}")
  ResponseEntity<String> checkNew(
      @PathVariable String step, @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.PUBLISH_AGREEMENTS);
    return step(step, null, 0, fields(null), FormValues.of(given), visitor);
  }

  @PostMapping("/calendars/{name}/{step:check|import}")
  ResponseEntity<String> check(
      @PathVariable String name,
      @PathVariable String step,
      @RequestParam int seen,
      @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.PUBLISH_AGREEMENTS);
    CalendarFields fields = fields(VersionHistory.version(versions(name), seen).definition());
    return step(step, name, seen, fields, FormValues.of(given), visitor);
  }

  private ResponseEntity<String> step(
      String step, String name, int seen, CalendarFields fields, FormValues form, Visitor visitor) {
    CalendarPages.Shown shown = new CalendarPages.Shown(name, seen, fields, form, null);
    FormProblems problems = new FormProblems();
    if (!form.isComplete()) {
      problems.about("form", "refused.agreement.incomplete");
      return calendars.refused(shown, problems, visitor);
    }
    return step.equals("import") ? read(shown, visitor) : check(shown, problems, visitor);
  }

  /** Adds the days of an iCalendar file to the form; nothing is published. */
  private ResponseEntity<String> read(CalendarPages.Shown shown, Visitor visitor) {
    byte[] file = shown.form().get("ics").getBytes(StandardCharsets.UTF_8);
    FormValues form = shown.form().with("ics", "");
    try {
      Map<LocalDate, String> days = ICalendarHolidays.read(new ByteArrayInputStream(file));
      shown.fields().addClosed(form, days);
      String notice = pages.words("admin.calendars.imported", visitor.locale(), days.size());
      return calendars.one(
          new CalendarPages.Shown(shown.name(), shown.seen(), shown.fields(), form, notice),
          visitor);
    } catch (InvalidCalendar unreadable) {
      FormProblems problems = new FormProblems();
      problems.about("ics-file", "refused.calendar.file");
      return calendars.refused(shown, problems, visitor);
    }
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
      trials.drafted(AgreementDraft.of(draft), new SampleIncident(null, null, null, null));
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
    List<PublishedVersion<CalendarDefinition>> versions = published.calendar(name);
    int newest = versions.isEmpty() ? 0 : versions.get(0).number();
    CalendarFields fields = fields(draft);
    CalendarPages.Shown shown =
        new CalendarPages.Shown(newest == 0 ? null : name, newest, fields, fields.write(), null);
    if (newest != seen) {
      return calendars.late(shown, visitor);
    }
    try {
      publish.publish(draft);
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create(CalendarPages.path(name) + "?published="))
          .build();
    } catch (InvalidDefinition refused) {
      return calendars.refused(shown, problems(refused), visitor);
    }
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
