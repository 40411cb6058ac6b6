package dev.baton.flow.backtest.report;

import dev.baton.flow.backtest.log.RecordedClosing;
import dev.baton.flow.backtest.replay.ReplayedIncident;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many incidents were not yet closed at the end of a UTC day, by the log and in Baton. */
record OpenIncidentsPerDay(LocalDate day, int log, int baton) {

  private static final int LOG = 0;
  private static final int BATON = 1;

  /** Every day from the first report to the last closing. */
  static List<OpenIncidentsPerDay> count(Collection<ReplayedIncident> incidents) {
    Map<LocalDate, int[]> changes = new TreeMap<>();
    for (ReplayedIncident incident : incidents) {
      change(changes, incident.rows().get(0).at(), LOG, 1);
      change(changes, RecordedClosing.lastOf(incident.rows()), LOG, -1);
      if (incident.isReported()) {
        change(changes, incident.view().openedAt(), BATON, 1);
        change(changes, incident.view().closedAt(), BATON, -1);
      }
    }
    return summedUp(changes);
  }

  private static void change(Map<LocalDate, int[]> changes, Instant at, int column, int by) {
    if (at != null) {
      changes.computeIfAbsent(at.atZone(ZoneOffset.UTC).toLocalDate(), day -> new int[2])[column] +=
          by;
    }
  }

  private static List<OpenIncidentsPerDay> summedUp(Map<LocalDate, int[]> changes) {
    List<OpenIncidentsPerDay> days = new ArrayList<>();
    int log = 0;
    int baton = 0;
    LocalDate previous = null;
    for (Map.Entry<LocalDate, int[]> change : changes.entrySet()) {
      if (previous != null) {
        for (LocalDate quiet = previous.plusDays(1);
            quiet.isBefore(change.getKey());
            quiet = quiet.plusDays(1)) {
          days.add(new OpenIncidentsPerDay(quiet, log, baton));
        }
      }
      log += change.getValue()[LOG];
      baton += change.getValue()[BATON];
      days.add(new OpenIncidentsPerDay(change.getKey(), log, baton));
      previous = change.getKey();
    }
    return days;
  }
}
