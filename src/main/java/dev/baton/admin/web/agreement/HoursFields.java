package dev.baton.admin.web.agreement;

import dev.baton.calendar.InvalidCalendar;
import dev.baton.calendar.OpeningHours;
import java.util.ArrayList;
import java.util.List;

/**
 * Opening hours of a day as fields: from and to of each interval, and a mark for 24 hours. A field
 * for a time cannot say 24:00, so that 00:00 stands for the end of the day.
 */
final class HoursFields {

  private static final OpeningHours WHOLE_DAY = new OpeningHours(0, OpeningHours.DAY);

  private HoursFields() {}

  static void write(FormValues form, String day, List<OpeningHours> hours) {
    if (hours.equals(List.of(WHOLE_DAY))) {
      form.with(day + ".all", "true");
      return;
    }
    for (int i = 0; i < hours.size(); i++) {
      form.with(day + "." + i + ".from", OpeningHours.clock(hours.get(i).fromSecond()));
      form.with(
          day + "." + i + ".to", OpeningHours.clock(hours.get(i).toSecond() % OpeningHours.DAY));
    }
  }

  /**
   * @param before the hours that were in the form at first
   */
  static List<OpeningHours> read(
      FormValues form, String day, List<OpeningHours> before, FormProblems problems) {
    if (form.is(day + ".all")) {
      return List.of(WHOLE_DAY);
    }
    List<OpeningHours> hours = new ArrayList<>();
    for (int row : form.rows(day)) {
      String interval = day + "." + row;
      OpeningHours read = interval(form, interval, problems);
      if (read != null) {
        OpeningHours kept = as(read, before);
        if (hours.stream().anyMatch(other -> overlap(other, kept))) {
          problems.about(interval + ".from", "refused.calendar.overlap");
        }
        hours.add(kept);
      }
    }
    return hours;
  }

  private static OpeningHours interval(FormValues form, String interval, FormProblems problems) {
    String from = form.get(interval + ".from");
    String to = form.get(interval + ".to");
    if (from.isEmpty() || to.isEmpty()) {
      problems.about(interval + (from.isEmpty() ? ".from" : ".to"), "refused.calendar.time");
      return null;
    }
    try {
      OpeningHours hours = OpeningHours.parse(from + "-" + to);
      return hours.toSecond() == 0 ? new OpeningHours(hours.fromSecond(), OpeningHours.DAY) : hours;
    } catch (InvalidCalendar unreadable) {
      problems.about(interval + ".from", "refused.calendar.time");
      return null;
    }
  }

  /** The end of the day may be written in two ways; the one that was chosen stays. */
  private static OpeningHours as(OpeningHours read, List<OpeningHours> before) {
    OpeningHours other = new OpeningHours(read.fromSecond(), 0);
    return read.toSecond() == OpeningHours.DAY && before.contains(other) ? other : read;
  }

  private static boolean overlap(OpeningHours one, OpeningHours other) {
    return one.fromSecond() < other.closing() && other.fromSecond() < one.closing();
  }
}
