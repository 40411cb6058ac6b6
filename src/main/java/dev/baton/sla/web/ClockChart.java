package dev.baton.sla.web;

import dev.baton.calendar.LocalTimeFormatter;
import dev.baton.sla.explanation.ClockEntry;
import dev.baton.sla.explanation.ClockExplanation;
import dev.baton.sla.explanation.ClockMilestone;
import dev.baton.sla.explanation.DeadlineText;
import dev.baton.sla.explanation.ExplainedClocks;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The picture of an incident's clocks in the units of SVG: a lane per obligation, time from left to
 * right. The lanes stand on one axis.
 */
record ClockChart(
    String title,
    String description,
    int height,
    int axis,
    List<TimeAxis.Tick> ticks,
    String now,
    String nowAnchor,
    List<Lane> lanes,
    List<Sample> legend) {

  static final int LANE = 88;
  private static final int TOP = 44;
  private static final int LEGEND = 84;
  private static final double LETTER = 6.6;
  private static final double NARROWEST = 0.6;
  private static final double APART = 24;

  /** One obligation: what is drawn in its lane, relative to the lane's top. */
  record Lane(int top, String title, String spoken, List<Box> boxes, List<Mark> marks, Mark due) {}

  /** A stretch of time. */
  record Box(String x, String width, String style, String label, String middle, String tip) {}

  /** A point in time. */
  record Mark(String x, String label, String anchor, boolean done, String tip) {}

  /** A part of the legend. */
  record Sample(int x, int y, String style, String words) {}

  static ClockChart of(ExplainedClocks clocks) {
    TimeAxis axis = TimeAxis.of(clocks);
    LocalTimeFormatter time = new LocalTimeFormatter(ZoneId.of(clocks.zone()));
    List<Lane> lanes = new ArrayList<>();
    for (ClockExplanation clock : clocks.clocks()) {
      lanes.add(lane(clock, TOP + lanes.size() * LANE, axis, time));
    }
    int bottom = TOP + lanes.size() * LANE;
    return new ClockChart(
        "Clocks of %s, %s (%s)".formatted(clocks.incident(), time.at(clocks.at()), clocks.zone()),
        lanes.isEmpty()
            ? "No obligation is measured on this incident."
            : String.join(" ", lanes.stream().map(Lane::spoken).toList()),
        bottom + LEGEND,
        bottom,
        axis.ticks(),
        number(axis.x(clocks.at())),
        axis.anchor(clocks.at()),
        lanes,
        legend(bottom + 24));
  }

  private static Lane lane(
      ClockExplanation clock, int top, TimeAxis axis, LocalTimeFormatter time) {
    String title =
        "%s: %s".formatted(DeadlineText.capital(clock.kind().words()), ClockPageModel.state(clock))
            + (clock.budget() == null
                ? ""
                : ", %s of %s"
                    .formatted(
                        DeadlineText.amount(clock.used()), DeadlineText.amount(clock.budget())));
    List<Box> boxes =
        Stream.concat(clock.entries().stream(), clock.toCome().stream())
            .map(entry -> box(entry, axis))
            .filter(box -> Double.parseDouble(box.width()) >= NARROWEST)
            .toList();
    Mark due =
        clock.dueAt() == null
            ? null
            : new Mark(
                number(axis.x(clock.dueAt())),
                "due " + time.at(clock.dueAt()),
                axis.anchor(clock.dueAt()),
                true,
                clock.dueBecause());
    return new Lane(
        top, title, title + ". " + clock.dueBecause(), boxes, marks(clock, axis, time), due);
  }

  private static Box box(ClockEntry entry, TimeAxis axis) {
    double from = axis.x(entry.from());
    double width = axis.x(entry.to()) - from;
    String label = label(entry);
    return new Box(
        number(from),
        number(width),
        style(entry) + (entry.expected() ? " expected" : ""),
        label.length() * LETTER + 6 < width ? label : "",
        number(from + width / 2),
        entry.when() + ": " + entry.words());
  }

  private static String style(ClockEntry entry) {
    return entry.pastDue() && entry.state() == ClockEntry.State.RUNNING
        ? "late"
        : entry.state().name().toLowerCase(Locale.ROOT);
  }

  private static String label(ClockEntry entry) {
    return switch (entry.state()) {
      case RUNNING -> DeadlineText.amount(entry.used());
      case OUTSIDE_HOURS -> "closed";
      case HOLIDAY -> "holiday";
      case CLOSED_DAY -> "closed day";
      case ON_HOLD -> "on hold";
      case RESOLVED -> "resolved";
      case WAITING -> "waits";
      case MET -> "met";
    };
  }

  private static List<Mark> marks(ClockExplanation clock, TimeAxis axis, LocalTimeFormatter time) {
    List<Mark> marks = new ArrayList<>();
    double last = Double.NEGATIVE_INFINITY;
    for (ClockMilestone milestone : clock.milestones()) {
      double x = axis.x(milestone.at());
      boolean named = x - last >= APART;
      last = named ? x : last;
      marks.add(
          new Mark(
              number(x),
              named ? shortName(milestone.name()) : "",
              "middle",
              !milestone.expected(),
              time.at(milestone.at()) + ": " + milestone.words()));
    }
    return marks;
  }

  private static String shortName(String milestone) {
    String last = milestone.substring(milestone.lastIndexOf('_') + 1);
    return milestone.startsWith("AT_RISK_")
        ? last + "%"
        : milestone.startsWith("AFTER_BREACH_") ? "+" + last : "";
  }

  private static List<Sample> legend(int top) {
    String[][] samples = {
      {"running", "running"},
      {"late", "past due"},
      {"outside_hours", "closed hours"},
      {"holiday", "holiday, closed day"},
      {"on_hold", "on hold"},
      {"resolved", "resolved"},
      {"met", "met"},
      {"waiting", "waits"},
      {"running expected", "expected"}
    };
    int inRow = 5;
    List<Sample> legend = new ArrayList<>();
    for (int i = 0; i < samples.length; i++) {
      int x = TimeAxis.LEFT + i % inRow * ((TimeAxis.RIGHT - TimeAxis.LEFT) / inRow);
      legend.add(new Sample(x, top + i / inRow * 22, samples[i][0], samples[i][1]));
    }
    return legend;
  }

  private static String number(double units) {
    return String.format(Locale.ROOT, "%.1f", units);
  }
}
