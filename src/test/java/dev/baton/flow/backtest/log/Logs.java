package dev.baton.flow.backtest.log;

import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/** Makes logs and rows for the tests. */
public final class Logs {

  private Logs() {}

  /** The invented example, six incidents of which two have oddities. */
  public static String example() {
    try (InputStream in = Logs.class.getResourceAsStream("/backtest/example.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Path plain(Path folder, String text) {
    return write(folder.resolve("log.csv"), text.getBytes(StandardCharsets.UTF_8));
  }

  public static Path gzip(Path folder, String text) {
    Path file = folder.resolve("log.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static RowBuilder row() {
    return new RowBuilder();
  }

  /** A row of an incident in group 1, new, of medium impact and urgency. */
  public static final class RowBuilder {
    private int line = 2;
    private RecordedState state = RecordedState.NEW;
    private int reassignments;
    private int reopenings;
    private Instant at = Instant.parse("2021-03-01T08:00:00Z");
    private Level impact = Level.MEDIUM;
    private Level urgency = Level.MEDIUM;
    private Priority priority = Priority.P3;
    private String group = "Group 1";
    private String assignee;
    private Instant resolvedAt;

    public RowBuilder line(int number) {
      line = number;
      return this;
    }

    public RowBuilder state(RecordedState is) {
      state = is;
      return this;
    }

    public RowBuilder reassigned(int times) {
      reassignments = times;
      return this;
    }

    public RowBuilder reopened(int times) {
      reopenings = times;
      return this;
    }

    public RowBuilder at(String instant) {
      at = Instant.parse(instant);
      return this;
    }

    public RowBuilder levels(Level newImpact, Level newUrgency) {
      impact = newImpact;
      urgency = newUrgency;
      return this;
    }

    public RowBuilder priority(Priority is) {
      priority = is;
      return this;
    }

    public RowBuilder group(String name) {
      group = name;
      return this;
    }

    public RowBuilder assignee(String name) {
      assignee = name;
      return this;
    }

    public RowBuilder resolvedAt(String instant) {
      resolvedAt = Instant.parse(instant);
      return this;
    }

    public LogRow build() {
      return new LogRow(
          line,
          "INC1",
          state,
          reassignments,
          reopenings,
          "Caller 1",
          "Updated by 1",
          null,
          at,
          "Phone",
          "Category 1",
          "Subcategory 1",
          "Symptom 1",
          impact,
          urgency,
          priority,
          group,
          assignee,
          resolvedAt,
          null,
          null,
          null);
    }
  }
}
