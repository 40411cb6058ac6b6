package dev.baton.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient.Answer;
import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the form of a calendar refuses, reads from files and shows of the agreements it measures.
 */
class CalendarPagesIT extends AgreementPagesDesk {

  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  @Autowired private EntityManagerFactory database;

  @Test
  void aCalendarThatIsTooRarelyOpenForAnAgreementIsRefused() {
    imported(
        """
        calendars: [{name: rare-week, zone: UTC, week: {mon: 08:00-12:00}, special: {2099-01-01: 09:00-10:00}}]
        agreements:
          - {name: rare-week-terms, tier: GOLD, service: print, calendar: rare-week, promises: [{obligation: RESOLUTION, target: 30 working minutes, afterBreach: [1 working hour]}]}
        """);
    Map<String, String> form = fields(page(manager.get(CALENDARS + "/rare-week")));
    form.put("MONDAY.0.from", "");
    form.put("MONDAY.0.to", "");

    Answer refused = post(CALENDARS + "/rare-week/check", form);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select("#week-problem").text())
        .contains("'rare-week-terms'");
    Answer byProgram =
        document("calendars: [{name: rare-week, zone: UTC, special: {2099-01-01: 09:00-10:00}}]\n");
    assertThat(byProgram.status()).isEqualTo(422);
    assertThat(byProgram.fieldsRefused()).containsExactly("calendars[0].week");
    assertThat(byProgram.body()).contains("rare-week-terms");
    assertThat(published.calendar("rare-week")).hasSize(1);
  }

  @Test
  void timesAfterABreachMustBeWithinReachToo() {
    Answer refused =
        document(
            """
            calendars: [{name: one-hour, zone: UTC, special: {%s: 09:00-10:00}}]
            agreements:
              - {name: one-hour-terms, tier: GOLD, service: mail, calendar: one-hour, promises: [{obligation: RESOLUTION, target: 30 working minutes, afterBreach: [1 working hour]}]}
            """
                .formatted(TODAY.plusDays(2)));

    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.fieldsRefused()).containsExactly("agreements[0].promises[0].afterBreach[0]");
  }

  @Test
  void ofAFileOnlyTheNextThreeYearsFillTheForm() {
    imported("calendars: [{name: weekly, zone: UTC, week: {mon: 08:00-12:00}}]\n");
    Map<String, String> form = fields(page(manager.get(CALENDARS + "/weekly")));
    form.put("ics", event("Inventory", "RRULE:FREQ=WEEKLY\n"));

    Document filled = page(post(CALENDARS + "/weekly/import", form));

    assertThat(filled.select("input[id^=closed][id$=.date]").eachAttr("value"))
        .contains(TODAY.plusWeeks(1).toString())
        .hasSizeBetween(156, 160);
    assertThat(post(CALENDARS + "/weekly/check", fields(filled)).status()).isEqualTo(200);
  }

  @Test
  void aFileWithMoreDaysThanTheFormHoldsIsRefused() {
    imported("calendars: [{name: daily, zone: UTC, week: {mon: 08:00-12:00}}]\n");
    Map<String, String> form = fields(page(manager.get(CALENDARS + "/daily")));
    form.put("closed.0.date", TODAY.plusDays(3).toString());
    form.put("closed.0.name", "Inventory");
    form.put("ics", event("Shut", "RRULE:FREQ=DAILY\n"));

    Answer refused = post(CALENDARS + "/daily/import", form);

    assertThat(refused.status()).isEqualTo(422);
    Document page = Jsoup.parse(refused.body());
    assertThat(page.select("#ics-file-problem").text()).contains("350");
    assertThat(page.getElementById("closed.0.name").val()).isEqualTo("Inventory");
    assertThat(page.getElementById("closed.1.date").val()).isEmpty();
    assertThat(post(CALENDARS + "/daily/check", fields(page)).status()).isEqualTo(200);
  }

  @Test
  void aCheckReadsWhatIsPublishedOnceHoweverManyAgreementsTheCalendarMeasures() {
    imported("calendars: [{name: read-once, zone: UTC, week: {mon: 08:00-12:00}}]\n");
    imported(measured("read-once-a"));
    Map<String, String> form = fields(page(manager.get(CALENDARS + "/read-once")));
    form.put("TUESDAY.all", "true");
    long one = reads(form);
    imported(measured("read-once-b"));
    imported(measured("read-once-c"));

    assertThat(reads(form)).isEqualTo(one).isPositive().isLessThanOrEqualTo(3);
  }

  private long reads(Map<String, String> form) {
    Statistics statistics = database.unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    page(post(CALENDARS + "/read-once/check", form));
    statistics.setStatisticsEnabled(false);
    return statistics
        .getQueryStatistics("select a from AgreementVersion a order by a.id desc")
        .getExecutionCount();
  }

  private static String measured(String name) {
    return "agreements: [{name: %s, client: globex, validFrom: 2090-01-%02d, calendar: read-once, promises: [{obligation: RESPONSE, target: 1 working hour}]}]\n"
        .formatted(name, 1 + name.charAt(name.length() - 1) - 'a');
  }

  @Test
  void agreementsThatNoClockMeasuresHaveNoDueTimes() {
    imported(
        """
        calendars: [{name: inner-hours, zone: UTC, week: {mon: 08:00-12:00}}]
        agreements:
          - {name: inner-terms, kind: OLA, client: globex, calendar: inner-hours, promises: [{obligation: RESOLUTION, target: 3 working hours}]}
        """);
    Map<String, String> form = fields(page(manager.get(CALENDARS + "/inner-hours")));
    form.put("TUESDAY.all", "true");
    assertThat(page(post(CALENDARS + "/inner-hours/check", form)).select("#check-result details"))
        .isEmpty();

    Map<String, String> terms = fields(page(manager.get(AGREEMENTS + "/inner-terms")));
    terms.put("P1.RESOLUTION.value", "2");
    Document checked = page(post(AGREEMENTS + "/inner-terms/check", terms));
    assertThat(checked.text()).contains("no clock runs for it");
    assertThat(checked.select("#check-result .baton-agreement-due")).isEmpty();
  }

  @Test
  void daysThatArePastByNowStayInTheForm() {
    imported(
        """
        calendars: [{name: past-days, zone: UTC, week: {mon: 08:00-12:00}, closed: {%1$s: "", %2$s: Inventory}, special: {%1$s: 10:00-11:00}}]
        """
            .formatted(TODAY.minusDays(2), TODAY.minusDays(1)));
    Document page = page(manager.get(CALENDARS + "/past-days"));
    assertThat(page.select("#closed details li").eachText())
        .anySatisfy(day -> assertThat(day).endsWith(": closed day, 10:00-11:00"))
        .anySatisfy(day -> assertThat(day).endsWith(": Inventory"));
    Map<String, String> form = fields(page);
    form.put("closed.0.date", TODAY.minusDays(1).toString());
    form.put("closed.0.name", "Inventory");
    form.put("special.0.date", TODAY.minusDays(2).toString());
    form.put("special.0.0.from", "10:00");
    form.put("special.0.0.to", "11:00");

    Document checked = page(post(CALENDARS + "/past-days/check", form));

    assertThat(checked.text()).contains("Nothing differs from the published version");
    form.put("closed.1.date", TODAY.minusDays(1).toString());
    assertThat(post(CALENDARS + "/past-days/check", form).status()).as("twice").isEqualTo(422);
  }

  @Test
  void aCalendarWithoutHolidaysSaysSo() {
    imported("calendars: [{name: no-holidays, zone: UTC, week: {mon: 08:00-12:00}}]\n");

    Document page = Jsoup.parse(german(CALENDARS + "/no-holidays"));

    assertThat(page.select("#country option").first().text()).isEqualTo("Keine");
    assertThat(page.text()).doesNotContain("Keine Angabe");
  }

  private static String event(String summary, String rule) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:%s\nSUMMARY:%s\n%sEND:VEVENT\nEND:VCALENDAR\n"
        .formatted(TODAY.format(DateTimeFormatter.BASIC_ISO_DATE), summary, rule);
  }
}
