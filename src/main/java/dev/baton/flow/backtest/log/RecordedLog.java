package dev.baton.flow.backtest.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was read of a log: its events in order of time, then of line, and the lines not understood.
 *
 * @param desk what a journal of a desk of ours knows of its people; null in a log of other software
 */
public record RecordedLog(List<LogRow> rows, List<SkippedLine> badLines, RecordedDeskFacts desk) {

  static final Comparator<LogRow> IN_ORDER =
      Comparator.comparing(LogRow::at).thenComparingInt(LogRow::line);

  public RecordedLog {
    rows = rows.stream().sorted(IN_ORDER).toList();
    badLines = List.copyOf(badLines);
  }

  public RecordedLog(List<LogRow> rows, List<SkippedLine> badLines) {
    this(rows, badLines, null);
  }

  /** When the first incident was opened, or its first event if that is earlier. */
  public Instant begin() {
    return rows.stream()
        .map(
            row ->
                row.openedAt() == null || row.openedAt().isAfter(row.at())
                    ? row.at()
                    : row.openedAt())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** All events of those incidents whose first event the choice takes. */
  public RecordedLog chosenBy(IncidentChoice choice) {
    Map<String, Instant> begins = new LinkedHashMap<>();
    rows.forEach(row -> begins.putIfAbsent(row.incident(), row.at()));
    List<String> within =
        begins.entrySet().stream()
            .filter(begin -> choice.takes(begin.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    Set<String> chosen = new HashSet<>(choice.of(within));
    return new RecordedLog(
        rows.stream().filter(row -> chosen.contains(row.incident())).toList(), badLines, desk);
  }

  /** The events of each incident, incidents in order of their first event. */
  Map<String, List<LogRow>> byIncident() {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                LogRow::incident, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
  }
}
