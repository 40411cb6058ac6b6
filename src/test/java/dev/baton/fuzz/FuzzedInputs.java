package dev.baton.fuzz;

import dev.baton.calendar.ICalendarHolidays;
import dev.baton.calendar.InvalidCalendar;
import dev.baton.engine.guard.UploadedTables;
import dev.baton.flow.backtest.log.IncidentLogs;
import dev.baton.incident.search.SearchTerms;
import dev.baton.intake.monitoring.SentAlerts;
import dev.baton.mail.MailParser;
import dev.baton.sla.agreement.AgreementYaml;
import dev.baton.sla.agreement.InvalidDefinition;
import dev.baton.staff.rota.UploadedShifts;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads inputs that are made of a seed, one after the other. Each is read, or refused with the
 * exception that its reader declares; anything else is a failure.
 */
public final class FuzzedInputs {

  /** Below this the clock of a thread says little of the cost of each byte. */
  private static final int SMALLEST_TIMED = 10_000;

  private static final int SLOWEST_SHOWN = 10;
  private static final int TRIES_OF_THE_SLOW = 4;

  private final Map<FuzzedInput.Kind, int[]> readAndRefused = new EnumMap<>(FuzzedInput.Kind.class);
  private final List<String> failures = new ArrayList<>();
  private final List<Timed> slowest = new ArrayList<>();
  private long bytes;
  private int timed;

  /** An input that was large enough to be timed. */
  public record Timed(double secondsPerMb, String input, long seed) {

    /** At another moment: a machine that others use is slow for seconds. */
    private Timed again() {
      boolean[] ignored = new boolean[1];
      double now = perMb(FuzzedInput.of(seed), ignored);
      return new Timed(Math.min(secondsPerMb, now), input, seed);
    }
  }

  public void readAll(long seed, int count) {
    for (int i = 0; i < count; i++) {
      readOne(FuzzedInput.of(seed + i));
    }
  }

  private void readOne(FuzzedInput input) {
    bytes += input.bytes().length;
    try {
      boolean[] isRead = new boolean[1];
      double cost = perMb(input, isRead);
      readAndRefused.computeIfAbsent(input.kind(), kind -> new int[2])[isRead[0] ? 0 : 1]++;
      if (input.bytes().length >= SMALLEST_TIMED) {
        keep(input, cost);
      }
    } catch (RuntimeException | Error undeclared) {
      failures.add(input + ": " + undeclared);
    }
  }

  /** Again if it is among the slowest: what else runs at the time is no cost of the input. */
  private void keep(FuzzedInput input, double first) {
    timed++;
    if (slowest.size() == SLOWEST_SHOWN && first <= slowest.get(0).secondsPerMb()) {
      return;
    }
    boolean[] ignored = new boolean[1];
    double best = first;
    for (int again = 0; again < TRIES_OF_THE_SLOW; again++) {
      best = Math.min(best, perMb(input, ignored));
    }
    slowest.add(new Timed(best, input.toString(), input.seed()));
    slowest.sort(Comparator.comparingDouble(Timed::secondsPerMb));
    if (slowest.size() > SLOWEST_SHOWN) {
      slowest.remove(0);
    }
  }

  private static double perMb(FuzzedInput input, boolean[] isRead) {
    long cost = Costs.of(() -> isRead[0] = reads(input));
    return cost / 1e3 / Math.max(1, input.bytes().length);
  }

  /** Whether it is read; if not, it is refused. */
  private static boolean reads(FuzzedInput input) {
    try {
      return switch (input.kind()) {
        case MAIL -> new MailParser().parse(input.bytes()) != null;
        case HOLIDAYS -> ICalendarHolidays.read(new ByteArrayInputStream(input.bytes())) != null;
        case SHIFTS -> UploadedShifts.reads(input.text());
        case AGREEMENTS -> AgreementYaml.read(input.text()) != null;
        case TABLE -> UploadedTables.reads(input.bytes());
        case ALERTMANAGER -> SentAlerts.reads(input.bytes(), true);
        case MAPPED_ALERTS -> SentAlerts.reads(input.bytes(), false);
        case LOG -> IncidentLogs.reads(input.text());
        case SEARCH -> new SearchTerms(input.text()).all() != null;
      };
    } catch (InvalidCalendar | InvalidDefinition declared) {
      return false;
    }
  }

  public long bytes() {
    return bytes;
  }

  /** How many were large enough to be timed. */
  public int timed() {
    return timed;
  }

  public int read() {
    return readAndRefused.values().stream().mapToInt(counts -> counts[0]).sum();
  }

  public int refused() {
    return readAndRefused.values().stream().mapToInt(counts -> counts[1]).sum();
  }

  /** By kind: how many were read and how many refused. */
  public String byKind() {
    StringBuilder text = new StringBuilder();
    readAndRefused.forEach(
        (kind, counts) -> text.append("%s %,d + %,d; ".formatted(kind, counts[0], counts[1])));
    return text.toString();
  }

  /** Which kinds were read at least once and refused at least once. */
  public boolean readsAndRefuses(String kind) {
    int[] counts = readAndRefused.get(FuzzedInput.Kind.valueOf(kind));
    return counts != null && counts[0] > 0 && counts[1] > 0;
  }

  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** The slowest last, each timed once more. */
  public List<Timed> slowest() {
    return slowest.stream()
        .map(Timed::again)
        .sorted(Comparator.comparingDouble(Timed::secondsPerMb))
        .toList();
  }
}
