package dev.baton.admin.web.agreement;

import dev.baton.calendar.Target;
import dev.baton.incident.HoldReason;
import dev.baton.incident.Priority;
import dev.baton.sla.agreement.ClockStart;
import dev.baton.sla.agreement.ClockStop;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A promise as fields of a form, all of which begin with the name of its cell. */
final class PromiseFields {

  private static final int MOST = 10;
  private static final Target ANY = Target.parse("1 working hour");

  private PromiseFields() {}

  static void write(FormValues form, String cell, Promise promise) {
    TargetFields.write(form, cell, promise.target());
    how(form, cell, promise);
    for (int i = 0; i < promise.afterBreach().size(); i++) {
      TargetFields.write(form, cell + ".after." + i, promise.afterBreach().get(i));
    }
  }

  /** How it would be measured by default, without a target. */
  static void writeUsual(FormValues form, String cell, ObligationKind kind) {
    Promise usual = new Promise(kind, Set.of(), ANY, null, null, null, null, null, null);
    form.with(cell + ".unit", ANY.unit());
    how(form, cell, usual);
  }

  private static void how(FormValues form, String cell, Promise promise) {
    form.with(cell + ".calendar", promise.calendar())
        .with(cell + ".starts", promise.starts())
        .with(cell + ".stops", promise.stops())
        .marked(cell + ".pausedBy", promise.pausedBy())
        .with(
            cell + ".atRisk",
            promise.atRisk().stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  /** For all priorities; null if nothing is promised, or if the target cannot be read. */
  static Promise read(FormValues form, PromiseCell cell, FormProblems problems) {
    String field = cell.field();
    if (form.text(field + ".value") == null) {
      if (form.rows(field + ".after").stream().anyMatch(row -> isFilled(form, field, row))) {
        problems.about(field + ".value", "refused.agreement.noTarget");
      }
      return null;
    }
    Target target = TargetFields.read(form, field, problems);
    return target == null
        ? null
        : new Promise(
            cell.kind(),
            Set.<Priority>of(),
            target,
            form.text(field + ".calendar"),
            FormValues.chosen(ClockStart.values(), form.get(field + ".starts")),
            FormValues.chosen(ClockStop.values(), form.get(field + ".stops")),
            Arrays.stream(HoldReason.values())
                .filter(reason -> form.is(field + ".pausedBy." + reason.name()))
                .collect(Collectors.toSet()),
            percents(form, field + ".atRisk", problems),
            after(form, field, problems));
  }

  private static boolean isFilled(FormValues form, String field, int row) {
    return form.text(field + ".after." + row + ".value") != null;
  }

  private static List<Target> after(FormValues form, String field, FormProblems problems) {
    List<Target> times = new ArrayList<>();
    for (int row : form.rows(field + ".after")) {
      if (isFilled(form, field, row)) {
        Target time = TargetFields.read(form, field + ".after." + row, problems);
        if (time != null) {
          times.add(time);
        }
      }
    }
    if (times.size() > MOST) {
      problems.about(field + ".after.0.value", "refused.agreement.many", MOST);
    }
    return times;
  }

  private static List<Integer> percents(FormValues form, String field, FormProblems problems) {
    List<Integer> percents = new ArrayList<>();
    for (String part : form.get(field).split("[,;%\\s]+")) {
      if (part.matches("[1-9]\\d?")) {
        percents.add(Integer.valueOf(part));
      } else if (!part.isEmpty()) {
        problems.about(field, "refused.agreement.percents");
      }
    }
    if (percents.size() > MOST) {
      problems.about(field, "refused.agreement.many", MOST);
    }
    return percents;
  }
}
