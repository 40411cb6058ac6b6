package dev.baton.flow.backtest.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {

  @TempDir Path folder;

  @Test
  void readsEveryEventInOrderOfTimeThenLine() {
    RecordedLog log = LogReader.read(Logs.plain(folder, Logs.example()));

    assertThat(log.rows()).hasSize(36).isSortedAccordingTo(RecordedLog.IN_ORDER);
    assertThat(log.rows()).extracting(LogRow::line).startsWith(2, 6, 3, 7, 8);
    assertThat(log.byIncident()).hasSize(6);
    assertThat(log.badLines()).isEmpty();
  }

  @Test
  void understandsTheColumnsAndTakesAQuestionMarkForMissing() {
    LogRow row = LogReader.read(Logs.plain(folder, Logs.example())).rows().get(1);

    assertThat(row.incident()).isEqualTo("INC9000002");
    assertThat(row.at()).isEqualTo(Instant.parse("2021-03-01T08:00:00Z"));
    assertThat(row.state()).isEqualTo(RecordedState.NEW);
    assertThat(row.group()).isNull();
    assertThat(row.assignee()).isNull();
    assertThat(row.impact()).isEqualTo(Level.LOW);
    assertThat(row.priority()).isEqualTo(Priority.P4);
    assertThat(row.resolvedAt()).isEqualTo(Instant.parse("2021-03-03T14:00:00Z"));
  }

  @Test
  void makesDoubleSpacesInsideNamesOne() {
    LogRow row = LogReader.read(Logs.plain(folder, Logs.example())).rows().get(1);

    assertThat(row.caller()).isEqualTo("Caller 2");
  }

  @Test
  void readsGzipByItsContentWhateverTheName() throws IOException {
    Path packed = Logs.gzip(folder, Logs.example());
    Path renamed = Files.move(packed, folder.resolve("log.txt"));

    assertThat(LogReader.read(renamed).rows()).hasSize(36);
  }

  @Test
  void readsLinesEndedAsOnWindowsAndAByteOrderMarkAndQuotedCells() {
    String text =
        "\uFEFF"
            + Logs.example().replace("Group 1", "\"Group 1, second floor\"").replace("\n", "\r\n");

    RecordedLog log = LogReader.read(Logs.plain(folder, text));

    assertThat(log.badLines()).isEmpty();
    assertThat(log.rows().get(0).group()).isEqualTo("Group 1, second floor");
  }

  @Test
  void notesBadLinesWithTheirNumberAndReadsOn() {
    String[] lines = Logs.example().split("\n");
    lines[1] = lines[1] + ",one more";
    lines[2] = lines[2].replace("1/3/2021 08:10", "31/2/2021 08:10");
    lines[3] = lines[3].replace(",Resolved,", ",Pondering,");
    lines[4] = lines[4].replace("3 - Moderate", "9 - Whatever");
    lines[5] = lines[5].replace("Caller", "\"Caller");
    lines[6] = lines[6].replace("INC9000002", "?");

    RecordedLog log = LogReader.read(Logs.plain(folder, String.join("\n", lines)));

    assertThat(log.rows()).hasSize(30);
    assertThat(log.badLines())
        .containsExactly(
            new SkippedLine(2, "has 37 columns instead of 36"),
            new SkippedLine(
                3, "has '31/2/2021 08:10' for sys_updated_at, which is not a date d/m/yyyy HH:MM"),
            new SkippedLine(4, "has the unknown incident_state 'Pondering'"),
            new SkippedLine(5, "has the unknown priority '9 - Whatever'"),
            new SkippedLine(6, "has quotation marks that do not match"),
            new SkippedLine(7, "has no number"));
  }

  @Test
  void passesOverEmptyLinesWithoutLosingCount() {
    String text = Logs.example().replaceFirst("\n", "\n\n") + "\nbroken";

    RecordedLog log = LogReader.read(Logs.plain(folder, text));

    assertThat(log.rows()).hasSize(36);
    assertThat(log.badLines()).containsExactly(new SkippedLine(40, "has 1 columns instead of 36"));
  }

  @Test
  void saysWhichFileIsNotThere() {
    assertUnreadable(folder.resolve("absent.csv"), "There is no file ");
    assertUnreadable(folder, " is not a file.");
  }

  @Test
  void saysWhyAFileIsNoLog() {
    assertUnreadable(Logs.write(folder.resolve("empty.csv"), new byte[0]), " is empty.");
    assertUnreadable(
        Logs.plain(folder, "a,b\n1,2\n"), "is not an incident log: its first line lacks");
    assertUnreadable(
        Logs.plain(folder, Logs.example().split("\n")[0]), "holds no event that can be understood");
  }

  @Test
  void saysThatGzipIsDamaged() throws IOException {
    byte[] packed = Files.readAllBytes(Logs.gzip(folder, Logs.example()));
    Path half = Logs.write(folder.resolve("half.gz"), Arrays.copyOf(packed, packed.length / 2));

    assertUnreadable(half, "is damaged gzip");
  }

  @Test
  void choosesIncidentsByTheDayOfTheirFirstEventWithAllTheirEvents() {
    RecordedLog log = LogReader.read(Logs.plain(folder, Logs.example()));

    RecordedLog chosen =
        log.chosenBy(new IncidentChoice(LocalDate.of(2021, 3, 2), LocalDate.of(2021, 3, 3), 10));

    assertThat(chosen.byIncident().keySet()).containsExactly("INC9000004", "INC9000005");
    assertThat(chosen.rows()).hasSize(10);
  }

  @Test
  void choosesAtMostSoManyIncidentsTheEarliestFirst() {
    RecordedLog log = LogReader.read(Logs.plain(folder, Logs.example()));

    assertThat(log.chosenBy(new IncidentChoice(null, null, 2)).byIncident().keySet())
        .isEqualTo(Set.copyOf(List.of("INC9000001", "INC9000002")));
  }

  @Test
  void spreadsASampleEvenlyOverTheLog() {
    RecordedLog log = LogReader.read(Logs.plain(folder, Logs.example()));

    assertThat(sample(log, 3)).containsExactly("INC9000001", "INC9000003", "INC9000005");
    assertThat(sample(log, 1)).containsExactly("INC9000001");
    assertThat(sample(log, 4)).hasSize(4);
    assertThat(sample(log, 6)).hasSize(6).isEqualTo(sample(log, 99));
  }

  private static Set<String> sample(RecordedLog log, int many) {
    return log.chosenBy(new IncidentChoice(null, null, 6, many)).byIncident().keySet();
  }

  private static void assertUnreadable(Path file, String because) {
    assertThatThrownBy(() -> LogReader.read(file))
        .isInstanceOf(UnreadableLog.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(because);
  }
}
