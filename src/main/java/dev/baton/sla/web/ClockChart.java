package dev.baton.sla.web;

import dev.baton.calendar.LocalTimeFormatter;
import dev.baton.sla.explanation.ClockEntry;
import dev.baton.sla.explanation.ClockExplanation;
import dev.baton.sla.explanation.ClockMilestone;
import dev.baton.sla.explanation.DeadlineText;
import dev.baton.sla.explanation.ExplainedClocks;
import dev.baton.sla.explanation.ExplanationLanguage;
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
  private static final int IN_ROW = 5;

  /** One obligation: what is drawn in its lane, relative to the lane's top. */
  record Lane(int top, String title, String spoken, List<Box> boxes, List<Mark> marks, Mark due) {}

  /** A stretch of time. */
  record Box(String x, String width, String style, String label, String middle, String tip) {}

  /** A point in time. */
  record Mark(String x, String label, String anchor, boolean done, String tip) {}

  /** What the legend explains, and the class of its box. */
  private enum LegendSample {
    RUNNING("running"),
    LATE("late"),
    OUTSIDE_HOURS("outside_hours"),
    HOLIDAY("holiday"),
    ON_HOLD("on_hold"),
    RESOLVED("resolved"),
    MET("met"),
    WAITING("waiting"),
    EXPECTED("running expected");

    private final String style;

    LegendSample(String style) {
      this.style = style;
    }
  }

  /** A part of the legend. */
  record Sample(int x, int y, String style, String words) {}

  static ClockChart of(ExplainedClocks clocks, ExplanationLanguage language) {
    TimeAxis axis = TimeAxis.of(clocks, language.time());
    List<Lane> lanes = new ArrayList<>();
    for (ClockExplanation clock : clocks.clocks()) {
      lanes.add(lane(clock, TOP + lanes.size() * LANE, axis, language));
    }
    int bottom = TOP + lanes.size() * LANE;
    return new ClockChart(
        language.text(
            "clocks.title.at", clocks.incident(), language.time().at(clocks.at()), clocks.zone()),
        lanes.isEmpty()
            ? language.text("clocks.none.measured")
            : String.join(" ", lanes.stream().map(Lane::spoken).toList()),
        bottom + LEGEND,
        bottom,
        axis.ticks(),
        number(axis.x(clocks.at())),
        axis.anchor(clocks.at()),
        lanes,
        legend(bottom + 24, language));
  }

  private static Lane lane(
      ClockExplanation clock, int top, TimeAxis axis, ExplanationLanguage language) {
    String title = new ClockPageText(language).headingWithTime(clock);
    List<Box> boxes =
        Stream.concat(clock.entries().stream(), clock.toCome().stream())
            .map(entry -> box(entry, axis, language))
            .filter(box -> Double.parseDouble(box.width()) >= NARROWEST)
            .toList();
    Mark due =
        clock.dueAt() == null
            ? null
            : new Mark(
                number(axis.x(clock.dueAt())),
                language.text("clocks.picture.due", language.time().at(clock.dueAt())),
                axis.anchor(clock.dueAt()),
                true,
                clock.dueBecause());
    return new Lane(
        top,
        title,
        language.text("clocks.picture.spoken", title, clock.dueBecause()),
        boxes,
        marks(clock, axis, language.time()),
        due);
  }

  private static Box box(ClockEntry entry, TimeAxis axis, ExplanationLanguage language) {
    double from = axis.x(entry.from());
    double width = axis.x(entry.to()) - from;
    String label = label(entry, language);
    return new Box(
        number(from),
        number(width),
        ClockPageModel.style(entry) + (entry.expected() ? " expected" : ""),
        label.length() * LETTER + 6 < width ? label : "",
        number(from + width / 2),
        entry.when() + ": " + entry.words());
  }

  private static String label(ClockEntry entry, ExplanationLanguage language) {
    return switch (entry.state()) {
      case RUNNING -> DeadlineText.amount(entry.used());
      case OUTSIDE_HOURS -> language.text("clocks.picture.closed");
      default -> language.name("clocks.entry.state", entry.state());
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

  private static List<Sample> legend(int top, ExplanationLanguage language) {
    List<Sample> legend = new ArrayList<>();
    for (LegendSample sample : LegendSample.values()) {
      int place = legend.size();
      int x = TimeAxis.LEFT + place % IN_ROW * ((TimeAxis.RIGHT - TimeAxis.LEFT) / IN_ROW);
      legend.add(
          new Sample(
              x, top + place / IN_ROW * 22, sample.style, language.name("clocks.legend", sample)));
    }
    return legend;
  }

  private static String number(double units) {
    return String.format(Locale.ROOT, "%.1f", units);
  }
}
