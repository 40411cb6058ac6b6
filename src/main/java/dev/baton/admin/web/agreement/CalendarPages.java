package dev.baton.admin.web.agreement;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminLayout;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.CalendarRangeExceeded;
import dev.baton.calendar.HolidayRegions;
import dev.baton.calendar.HolidayRegions.NamedRegion;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.AgreementDocument;
import dev.baton.sla.agreement.AgreementYaml;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.sla.agreement.PublishedVersion;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders the page of one calendar. */
@Component
class CalendarPages {

  static final String NAME = "calendars";
  private static final int MONTHS = 3;
  private static final int SHOWN_DAYS = 20;
  private static final int INTERVALS = 2;

  private final AdminLayout layout;
  private final PublishedAgreements published;
  private final CalendarEffects effects;
  private final DefinitionWords words;
  private final VersionHistory history;
  private final PageAccess access;
  private final PageRenderer pages;
  private final Clock clock;

  CalendarPages(
      AdminLayout layout,
      PublishedAgreements published,
      CalendarEffects effects,
      DefinitionWords words,
      VersionHistory history,
      PageAccess access,
      PageRenderer pages,
      Clock clock) {
    this.layout = layout;
    this.published = published;
    this.effects = effects;
    this.words = words;
    this.history = history;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * A calendar as somebody sees it.
   *
   * @param name null for a new one
   * @param seen the version on which the form is based; 0 for none
   * @param notice said above the form; null for nothing
   */
  record Shown(String name, int seen, CalendarFields fields, FormValues form, String notice) {}

  /** A day of the week, or a date, with room for this many intervals. */
  record HoursRow(String field, String label, List<Integer> intervals) {}

  static String path(String name) {
    return "/desk/admin/calendars/" + name;
  }

  LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  ResponseEntity<String> one(Shown shown, Visitor visitor) {
    return layout.answer(HttpStatus.OK, "admin-calendar", visitor, model(shown, visitor));
  }

  ResponseEntity<String> refused(Shown shown, FormProblems problems, Visitor visitor) {
    Map<String, Object> model = model(shown, visitor);
    Map<String, String> reasons = new TreeMap<>();
    problems
        .all()
        .forEach((field, problem) -> reasons.put(field, pages.reason(problem, visitor.locale())));
    model.put("problems", reasons);
    return layout.answer(HttpStatus.UNPROCESSABLE_ENTITY, "admin-calendar", visitor, model);
  }

  ResponseEntity<String> late(Shown shown, Visitor visitor) {
    Map<String, Object> model = model(shown, visitor);
    model.put("late", true);
    return layout.answer(HttpStatus.CONFLICT, "admin-calendar", visitor, model);
  }

  /** What publishing would change. */
  ResponseEntity<String> checked(Shown shown, CalendarDefinition draft, Visitor visitor) {
    Locale locale = visitor.locale();
    List<PublishedVersion<CalendarDefinition>> versions = published.calendar(draft.name());
    CalendarDefinition live = versions.isEmpty() ? null : versions.get(0).definition();
    int newest = versions.isEmpty() ? 0 : versions.get(0).number();
    Map<String, Object> model =
        model(new Shown(shown.name(), newest, shown.fields(), shown.form(), null), visitor);
    LocalDate today = today(draft.zone());
    model.put("late", newest != shown.seen());
    model.put("checked", true);
    model.put("isSame", draft.equals(live));
    model.put("isNew", live == null);
    model.put("next", newest + 1);
    model.put(
        "differences",
        live == null
            ? List.of()
            : VersionDifference.changes(words.rows(live, locale), words.rows(draft, locale)));
    List<CalendarEffects.ChangedDay> days =
        live == null ? List.of() : effects.days(live, draft, today, locale);
    model.put("days", days.stream().limit(SHOWN_DAYS).toList());
    model.put("dayCount", days.size());
    model.put("effects", effects.effects(draft, locale));
    model.put("months", months(draft, locale));
    model.put("publishPath", path(draft.name()) + "/publish");
    model.put("yaml", AgreementYaml.write(new AgreementDocument(List.of(draft), List.of())));
    return layout.answer(HttpStatus.OK, "admin-calendar", visitor, model);
  }

  private Map<String, Object> model(Shown shown, Visitor visitor) {
    Locale locale = visitor.locale();
    List<PublishedVersion<CalendarDefinition>> versions =
        shown.name() == null ? List.of() : published.calendar(shown.name());
    CalendarDefinition live = versions.isEmpty() ? null : versions.get(0).definition();
    Map<String, Object> model = layout.model(visitor, NAME);
    model.put("name", shown.name());
    model.put("seen", shown.seen());
    model.put("form", shown.form());
    model.put("notice", shown.notice());
    model.put("problems", Map.of());
    model.put("late", false);
    model.put("checked", false);
    model.put("mayPublish", access.may(Permission.PUBLISH_AGREEMENTS));
    model.put("rows", live == null ? List.of() : words.rows(live, locale));
    model.put("months", live == null ? List.of() : months(live, locale));
    model.put("weekdays", weekdays(TextStyle.SHORT, locale));
    model.put("versions", history.of(versions, one -> words.rows(one, locale), visitor));
    model.put("kind", "calendar");
    model.put("path", shown.name() == null ? null : path(shown.name()));
    model.put("action", shown.name() == null ? "/desk/admin/new-calendar" : path(shown.name()));
    model.put("week", week(shown.form(), locale));
    model.put("closed", rows(shown.form(), "closed"));
    model.put("special", special(shown.form()));
    model.put("past", past(shown.fields(), locale));
    model.put("countries", HolidayRegions.countries(locale));
    model.put("regions", regions(shown.form().get("country"), locale));
    model.put(
        "users",
        shown.name() == null
            ? List.of()
            : published.agreements().stream()
                .filter(one -> AgreementListController.uses(one.definition(), shown.name()))
                .map(PublishedVersion<AgreementDefinition>::name)
                .toList());
    return model;
  }

  List<NamedRegion> regions(String country, Locale locale) {
    return HolidayRegions.regions(country, locale);
  }

  private List<CalendarMonths.Month> months(CalendarDefinition calendar, Locale locale) {
    try {
      return new CalendarMonths(calendar, locale).months(today(calendar.zone()), MONTHS);
    } catch (CalendarRangeExceeded unknown) {
      return List.of(); // the holidays of these years are not known
    }
  }

  private Map<String, String> past(CalendarFields fields, Locale locale) {
    Map<String, String> days = new LinkedHashMap<>();
    fields.past().forEach((date, what) -> days.put(words.date(date, locale), what));
    return days;
  }

  private static List<HoursRow> week(FormValues form, Locale locale) {
    return Arrays.stream(DayOfWeek.values())
        .map(
            day ->
                new HoursRow(
                    day.name(),
                    day.getDisplayName(TextStyle.FULL, locale),
                    intervals(form, day.name())))
        .toList();
  }

  private static List<HoursRow> special(FormValues form) {
    return rows(form, "special").stream()
        .map(row -> "special." + row)
        .map(field -> new HoursRow(field, null, intervals(form, field)))
        .toList();
  }

  private static List<Integer> intervals(FormValues form, String day) {
    return IntStream.range(
            0, Math.max(INTERVALS, form.next(day) + (form.next(day) < INTERVALS ? 0 : 1)))
        .boxed()
        .toList();
  }

  /** Those that are filled in, and room for two more. */
  private static List<Integer> rows(FormValues form, String beginning) {
    return IntStream.range(0, form.next(beginning) + 2).boxed().toList();
  }

  private static List<String> weekdays(TextStyle style, Locale locale) {
    return Arrays.stream(DayOfWeek.values()).map(day -> day.getDisplayName(style, locale)).toList();
  }
}
