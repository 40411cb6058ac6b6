package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.EngineClock;
import dev.baton.flow.backtest.journal.DeskJournal;
import dev.baton.flow.backtest.log.IncidentChoice;
import dev.baton.flow.backtest.log.LogReader;
import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.RecordedLog;
import dev.baton.flow.backtest.log.RecordedLogFile;
import dev.baton.flow.backtest.log.RecordedState;
import dev.baton.flow.backtest.log.SkippedLine;
import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import dev.baton.incident.history.HistoryEventKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal of a desk, read back as a log. */
class DeskJournalIT extends ApiDesk {

  /** Before those of other tests. */
  private static final LocalDate DAY = LocalDate.of(2018, 3, 5);

  @Autowired private JdbcClient database;
  @Autowired private EngineClock clock;
  @Autowired private TransactionTemplate transaction;
  @TempDir private Path folder;

  private RecordedStories stories() {
    Instant begin = DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
    return new RecordedStories("acme", agent, requester, jobs, clock, begin);
  }

  @AfterEach
  void clockGoesOn() {
    clock.reset();
  }

  private RecordedLog journal() {
    RecordedLog read =
        new DeskJournal(database).read(new IncidentChoice(DAY, DAY.plusDays(1), Integer.MAX_VALUE));
    return LogReader.read(RecordedLogFile.write(read, folder.resolve("journal.json.gz")));
  }

  private static List<LogRow> rows(RecordedLog journal, String number) {
    return journal.rows().stream().filter(row -> row.incident().equals(number)).toList();
  }

  private static List<HistoryEventKind> kinds(List<LogRow> rows) {
    return rows.stream().map(row -> row.act().event().kind()).toList();
  }

  private static LogRow last(List<LogRow> rows) {
    return rows.get(rows.size() - 1);
  }

  @Test
  void whatPeopleDidIsReadInItsOrderAndWithoutTheirWords() {
    String number = stories().longOne();

    RecordedLog journal = journal();

    List<LogRow> rows = rows(journal, number);
    assertThat(kinds(rows))
        .containsSubsequence(
            HistoryEventKind.REPORTED,
            HistoryEventKind.PRIORITISED,
            HistoryEventKind.ROUTED,
            HistoryEventKind.ASSIGNED,
            HistoryEventKind.STARTED,
            HistoryEventKind.REASSESSED,
            HistoryEventKind.ASKED,
            HistoryEventKind.CONTACT,
            HistoryEventKind.RESUMED,
            HistoryEventKind.RESOLVED,
            HistoryEventKind.REOPENED,
            HistoryEventKind.RESOLVED,
            HistoryEventKind.CLOSED);
    LogRow first = rows.get(0);
    assertThat(first.impact()).isEqualTo(Level.LOW);
    assertThat(first.act().report().client()).isEqualTo("acme");
    assertThat(first.act().report().requesterEmail()).endsWith("@requesters.example");
    LogRow last = last(rows);
    assertThat(last.state()).isEqualTo(RecordedState.CLOSED);
    assertThat(last.impact()).isEqualTo(Level.HIGH);
    assertThat(last.priority()).isEqualTo(Priority.P3);
    assertThat(last.reopenings()).isEqualTo(1);
    assertThat(last.assignee()).isEqualTo("agent");
    assertThat(journal.toString()).doesNotContain("ada@acme.example", "Which floor", "Floor 3");
    assertThat(journal.desk().clients()).extracting("code").contains("acme", "globex");
    assertThat(journal.desk().agents()).extracting("login").contains("agent", "senior-agent");
  }

  @Test
  void teamsHoldsDuplicatesAndCancellationsAreRead() {
    RecordedStories stories = stories();
    String handedOver = stories.handedOver();
    String duplicate = stories.duplicateOf(handedOver);
    String cancelled = stories.cancelled();

    RecordedLog journal = journal();

    LogRow held = last(rows(journal, handedOver));
    assertThat(held.state()).isEqualTo(RecordedState.AWAITING_VENDOR);
    assertThat(held.group()).isEqualTo("network");
    assertThat(held.assignee()).isEqualTo("senior-agent");
    assertThat(held.reassignments()).isEqualTo(1);
    assertThat(rows(journal, duplicate))
        .anySatisfy(row -> assertThat(row.act().event().original()).isEqualTo(handedOver));
    assertThat(last(rows(journal, duplicate)).state()).isEqualTo(RecordedState.CLOSED);
    assertThat(last(rows(journal, cancelled)).state()).isEqualTo(RecordedState.CANCELLED);
  }

  @Test
  void whatTheJournalDoesNotTellIsSaid() {
    String number = stories().longOne();
    change(
        """
        update journal_entry j join incident i on i.id = j.incident_id
        set j.text = concat(substring_index(j.text, ';', 1), '.')
        where i.number = ? and j.kind = 'PRIORITISED' and j.text like 'Impact%'
        """,
        number);
    change(
        """
        update journal_entry j join incident i on i.id = j.incident_id
        set j.text = 'Repaired.' where i.number = ? and j.kind = 'RESOLVED'
        """,
        number);

    RecordedLog journal = journal();

    LogRow first = rows(journal, number).get(0);
    assertThat(first.impact()).isEqualTo(Level.HIGH);
    assertThat(journal.badLines().stream().filter(gap -> gap.line() == first.line()))
        .extracting(SkippedLine::reason)
        .anyMatch(reason -> reason.contains("what impact and urgency were before"))
        .anyMatch(reason -> reason.contains("is not understood"));
  }

  private void change(String sql, String number) {
    transaction.executeWithoutResult(status -> database.sql(sql).param(number).update());
  }
}
