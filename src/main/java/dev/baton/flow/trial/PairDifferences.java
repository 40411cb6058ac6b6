package dev.baton.flow.trial;

import dev.baton.flow.backtest.outcome.IncidentOutcome;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Promise;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Verdict;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Visits;
import dev.baton.flow.trial.IncidentPair.Difference;
import dev.baton.sla.agreement.ObligationKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Finds in which respects an incident differs between the two releases. */
final class PairDifferences {

  private static final Visits NONE = new Visits(0, List.of());

  private final ComparedSteps steps;

  PairDifferences(ComparedSteps steps) {
    this.steps = steps;
  }

  IncidentPair compare(IncidentOutcome live, IncidentOutcome proposed) {
    Map<String, Visits> visits = steps.visits(proposed);
    List<Difference> found = new ArrayList<>();
    if (live.number() == null != (proposed.number() == null)) {
      found.add(
          live.number() == null
              ? new Difference(TrialCauseKind.NOW_REPORTED.cause(), "refused", "reported")
              : new Difference(TrialCauseKind.NOW_REFUSED.cause(), "reported", reasons(proposed)));
    } else if (live.number() != null) {
      addFacts(live, proposed, found);
      addPromises(live, proposed, found);
      addPath(live.steps(), visits, found);
      addCounts("Escalations", live.escalations(), proposed.escalations(), found);
      addCounts("Messages to the client", live.messages(), proposed.messages(), found);
      addCounts("Work", live.work(), proposed.work(), found);
      addRefusals(live, proposed, found);
    }
    return new IncidentPair(live, proposed, visits, found);
  }

  private static String reasons(IncidentOutcome outcome) {
    return String.join("; ", outcome.refusals());
  }

  private static void addFacts(
      IncidentOutcome live, IncidentOutcome proposed, List<Difference> found) {
    if (live.priority() != proposed.priority()) {
      add(
          TrialCauseKind.PRIORITY.cause(live.priority(), proposed.priority()),
          live.priority(),
          proposed.priority(),
          found);
    }
    addIfOther(TrialCauseKind.TEAM, live.team(), proposed.team(), found);
    addIfOther(TrialCauseKind.ASSIGNEE, live.assignee(), proposed.assignee(), found);
    addIfOther(TrialCauseKind.STATUS, live.status(), proposed.status(), found);
    addIfOther(TrialCauseKind.REOPENINGS, live.reopenings(), proposed.reopenings(), found);
    addTimes("resolved", live.resolvedAt(), proposed.resolvedAt(), found);
    addTimes("closed", live.closedAt(), proposed.closedAt(), found);
  }

  private static void addTimes(
      String what, Instant live, Instant proposed, List<Difference> found) {
    if (Objects.equals(live, proposed)) {
      return;
    }
    TrialCauseKind kind =
        live == null
            ? TrialCauseKind.NOW_HAPPENS
            : proposed == null
                ? TrialCauseKind.HAPPENS_NO_MORE
                : proposed.isAfter(live) ? TrialCauseKind.LATER : TrialCauseKind.EARLIER;
    add(kind.cause(what), live, proposed, found);
  }

  private static void addPromises(
      IncidentOutcome live, IncidentOutcome proposed, List<Difference> found) {
    for (ObligationKind kind : ObligationKind.values()) {
      Verdict before = live.verdict(kind);
      Verdict after = proposed.verdict(kind);
      if (before != after) {
        add(
            cause(kind, before, after),
            words(live.promises().get(kind)),
            words(proposed.promises().get(kind)),
            found);
      } else if (!Objects.equals(live.promises().get(kind), proposed.promises().get(kind))) {
        add(
            TrialCauseKind.DUE.cause(kind),
            words(live.promises().get(kind)),
            words(proposed.promises().get(kind)),
            found);
      }
    }
  }

  private static TrialCause cause(ObligationKind kind, Verdict before, Verdict after) {
    if (after == Verdict.NOT_PROMISED) {
      return TrialCauseKind.NOT_PROMISED_ANY_MORE.cause(kind, words(before));
    }
    return before == Verdict.NOT_PROMISED
        ? TrialCauseKind.NEWLY_PROMISED.cause(kind, words(after))
        : TrialCauseKind.ENDS.cause(kind, words(after), words(before));
  }

  private static String words(Promise promise) {
    if (promise == null) {
      return words(Verdict.NOT_PROMISED);
    }
    return promise.dueAt() == null
        ? words(promise.verdict())
        : "%s, due %s".formatted(words(promise.verdict()), promise.dueAt());
  }

  static String words(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void addPath(
      Map<String, Visits> live, Map<String, Visits> proposed, List<Difference> found) {
    Map<String, List<String>> otherPath = new LinkedHashMap<>();
    Set<String> all = new TreeSet<>(live.keySet());
    all.addAll(proposed.keySet());
    for (String key : all) {
      Visits before = live.getOrDefault(key, NONE);
      Visits after = proposed.getOrDefault(key, NONE);
      if (before.equals(after)) {
        continue;
      }
      ModelStep step = steps.step(key);
      ComparedSteps.Change change = steps.change(key);
      if (change == ComparedSteps.Change.NEW) {
        boolean waits = after.stays().stream().anyMatch(stay -> stay > 0);
        add(
            (waits ? TrialCauseKind.WAITS_AT_NEW_STEP : TrialCauseKind.PASSES_NEW_STEP)
                .cause(step.label()),
            "–",
            words(after),
            found);
      } else if (change == ComparedSteps.Change.GONE) {
        add(TrialCauseKind.STEP_GONE.cause(step.label()), words(before), "–", found);
      } else if (before.count() != after.count()) {
        otherPath
            .computeIfAbsent(step.flow(), flow -> new ArrayList<>())
            .add("%s %d → %d".formatted(step.label(), before.count(), after.count()));
      } else {
        boolean isLonger = seconds(after) > seconds(before);
        add(
            (isLonger ? TrialCauseKind.WAITS_LONGER : TrialCauseKind.WAITS_LESS)
                .cause(step.label()),
            words(before),
            words(after),
            found);
      }
    }
    otherPath.forEach(
        (flow, other) ->
            found.add(
                new Difference(
                    TrialCauseKind.OTHER_PATH.cause(flow), "–", String.join("; ", other), true)));
  }

  private static long seconds(Visits visits) {
    return visits.stays().stream().mapToLong(Long::longValue).sum();
  }

  private static String words(Visits visits) {
    return visits.stays().isEmpty()
        ? "%d visits".formatted(visits.count())
        : "%d visits, %s".formatted(visits.count(), Durations.words(seconds(visits)));
  }

  private static void addCounts(
      String what,
      Map<String, Integer> live,
      Map<String, Integer> proposed,
      List<Difference> found) {
    if (live.equals(proposed)) {
      return;
    }
    int before = live.values().stream().mapToInt(Integer::intValue).sum();
    int after = proposed.values().stream().mapToInt(Integer::intValue).sum();
    TrialCauseKind kind =
        after > before
            ? TrialCauseKind.MORE
            : after < before ? TrialCauseKind.FEWER : TrialCauseKind.OTHERS;
    add(kind.cause(what), words(live), words(proposed), found);
  }

  private static String words(Map<String, Integer> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach((name, count) -> parts.add("%d × %s".formatted(count, name)));
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }

  private static void addRefusals(
      IncidentOutcome live, IncidentOutcome proposed, List<Difference> found) {
    proposed.refusals().stream()
        .filter(reason -> !live.refusals().contains(reason))
        .forEach(reason -> add(TrialCauseKind.EVENT_REFUSED.cause(reason), "done", "", found));
    if (live.refusals().stream().anyMatch(reason -> !proposed.refusals().contains(reason))) {
      List<String> gone = new ArrayList<>(live.refusals());
      gone.removeAll(proposed.refusals());
      add(TrialCauseKind.EVENT_ACCEPTED.cause(), String.join("; ", gone), "done", found);
    }
    if (proposed.postponed() != live.postponed()) {
      add(TrialCauseKind.EVENTS_WAIT.cause(), live.postponed(), proposed.postponed(), found);
    }
  }

  private static void addIfOther(
      TrialCauseKind kind, Object live, Object proposed, List<Difference> found) {
    if (!Objects.equals(live, proposed)) {
      add(kind.cause(), live, proposed, found);
    }
  }

  private static void add(TrialCause cause, Object live, Object proposed, List<Difference> found) {
    found.add(new Difference(cause, text(live), text(proposed)));
  }

  private static String text(Object value) {
    return value == null ? "–" : value.toString();
  }
}
