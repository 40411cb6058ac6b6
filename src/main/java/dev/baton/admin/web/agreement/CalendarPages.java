package dev.baton.admin.web.agreement;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminLayout;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.CalendarRangeExceeded;
import dev.baton.calendar.HolidayRegions;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders the page of one calendar. */
@Component
class CalendarPages {

  static final String NAME = "calendars";
  private static final int MONTHS = 3;
  private static final int SHOWN_DAYS = 20;

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
   * @param versions that are published, newest first
   * @param notice said above the form; null for nothing
   */
  record Shown(
      String name,
      int seen,
      List<PublishedVersion<CalendarDefinition>> versions,
      CalendarFields fields,
      FormValues form,
      String notice) {

    Shown saying(int ofVersion, String words) {
      return new Shown(name, ofVersion, versions, fields, form, words);
    }
  }

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
    model.put("problems", problems.texts(pages, visitor.locale()));
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
    CalendarDefinition live = VersionHistory.newest(shown.versions());
    int newest = VersionHistory.newestNumber(shown.versions());
    Map<String, Object> model = model(shown.saying(newest, null), visitor);
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
    CalendarDefinition live = VersionHistory.newest(shown.versions());
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
    model.put("versions", history.of(shown.versions(), one -> words.rows(one, locale), visitor));
    model.put("numbers", VersionHistory.numbers(shown.versions()));
    model.put("path", shown.name() == null ? null : path(shown.name()));
    model.put("action", shown.name() == null ? "/desk/admin/new-calendar" : path(shown.name()));
    model.put("week", HoursRow.week(shown.form(), locale));
    model.put("closed", HoursRow.rows(shown.form(), "closed"));
    model.put("special", HoursRow.special(shown.form()));
    model.put("past", past(shown.fields(), locale));
    model.put("countries", HolidayRegions.countries(locale));
    model.put("regions", HolidayRegions.regions(shown.form().get("country"), locale));
    model.put(
        "users",
        shown.name() == null
            ? List.of()
            : published.agreements().stream()
                .filter(one -> one.definition().measuresBy(shown.name()))
                .map(PublishedVersion<AgreementDefinition>::name)
                .toList());
    return model;
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
    fields
        .past(pages.words("admin.calendars.closedDay", locale))
        .forEach((date, what) -> days.put(words.date(date, locale), what));
    return days;
  }

  private static List<String> weekdays(TextStyle style, Locale locale) {
    return Arrays.stream(DayOfWeek.values()).map(day -> day.getDisplayName(style, locale)).toList();
  }
}
