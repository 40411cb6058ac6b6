package dev.baton.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.support.Node;
import dev.baton.support.TestDatabase;
import dev.baton.support.UnreliableSmtp;
import dev.baton.support.UnreliableSmtp.Mood;
import dev.baton.support.UnreliableSmtp.Step;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.jdbc.core.JdbcTemplate;

/** A mail server that is away, slow, or breaks off: nothing is lost, and nothing comes twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmtpFaultsIT {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final int REPORTS = 2;

  private final UnreliableSmtp server = new UnreliableSmtp();
  private final TestDatabase.Schema schema = TestDatabase.deskSchema();
  private Instant now = NOON;
  private int told;
  private Node node;
  private JdbcTemplate database;

  @BeforeAll
  void open() {
    node =
        Node.start(
            schema,
            false,
            "--baton.mail.address=desk@desk.example",
            "--baton.mail.smtp.host=127.0.0.1",
            "--baton.mail.smtp.port=" + server.port(),
            "--baton.mail.smtp.tls=none");
    database = node.bean(JdbcTemplate.class);
  }

  @AfterAll
  void close() throws IOException {
    node.close();
    server.close();
    schema.drop();
  }

  @BeforeEach
  void allIsWell() {
    server.be(Mood.WELL);
    node.bean(EngineClock.class).travelTo(now);
    told = server.accepted().size();
  }

  @AfterEach
  void letTheClockRun() {
    node.bean(EngineClock.class).reset();
  }

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      mode = Mode.EXCLUDE,
      names = {"WELL", "NOBODY_HERE", "DRIBBLES"})
  void whatCannotGoForTenMinutesGoesAfterwards(Mood mood) {
    server.be(mood);
    report();
    pass(Duration.ofMinutes(10));
    assertThat(new HashSet<>(newMessageIds())).hasSizeLessThanOrEqualTo(REPORTS);

    server.be(Mood.WELL);
    pass(Duration.ofHours(3));

    List<String> ids = newMessageIds();
    assertThat(new HashSet<>(ids)).hasSize(REPORTS);
    if (mood != Mood.BREAKS_AFTER_DATA) {
      assertThat(ids).hasSize(REPORTS);
    }
    assertThat(unsent()).isZero();
  }

  @Test
  void anAddressThatIsRefusedGoesToAPersonAtOnceAndIsNotTriedAgain() {
    server.be(Mood.NOBODY_HERE);
    report();
    pass(Duration.ofHours(3));

    assertThat(newMessageIds()).isEmpty();
    assertThat(
            database.queryForList(
                "select distinct all_tries from notification where status = 'FAILED'",
                Integer.class))
        .containsExactly(1);
    assertThat(
            database.queryForObject(
                "select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = 'mendAddress'", Long.class))
        .isEqualTo(REPORTS);
  }

  @Test
  void aServerThatAnswersByteByByteIsLeftBeforeTheLockOfTheJobEnds() {
    server.dribbleAt(Step.GREETING, Duration.ofSeconds(2));
    report();
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !server.isTalking());
    // The greeting alone would take 48 seconds; the lock lasts 30.
    assertThat(server.longestTalk()).isLessThan(Duration.ofSeconds(30));
    assertThat(newMessageIds()).isEmpty();

    server.be(Mood.WELL);
    pass(Duration.ofHours(3));
    assertThat(newMessageIds()).hasSize(REPORTS).doesNotHaveDuplicates();
    assertThat(unsent()).isZero();
  }

  /** It has the message, and nobody knows: better twice under one Message-ID than never. */
  @Test
  void whatMayHaveBeenTakenIsSentAgainUnderTheSameMessageId() {
    server.dribbleAt(Step.TAKEN, Duration.ofSeconds(2));
    report();
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !server.isTalking());
    assertThat(server.longestTalk()).isLessThan(Duration.ofSeconds(30));
    int uncertain = newMessageIds().size();
    assertThat(uncertain).isPositive();

    server.be(Mood.WELL);
    pass(Duration.ofHours(3));
    List<String> ids = newMessageIds();
    assertThat(new HashSet<>(ids)).hasSize(REPORTS);
    assertThat(ids).hasSize(REPORTS + uncertain);
    assertThat(unsent()).isZero();
  }

  private void report() {
    for (int n = 0; n < REPORTS; n++) {
      node.desk().defaultReport().report();
    }
    runDue();
  }

  /** Every job has its turn at its own moment. */
  private void pass(Duration time) {
    Instant end = now.plus(time);
    DueJobs jobs = node.bean(DueJobs.class);
    for (Optional<Instant> due = jobs.nextDue();
        due.isPresent() && !due.get().isAfter(end);
        due = jobs.nextDue()) {
      now = due.get().isAfter(now) ? due.get() : now;
      node.bean(EngineClock.class).travelTo(now);
      runDue();
    }
    now = end;
    node.bean(EngineClock.class).travelTo(now);
  }

  private void runDue() {
    node.bean(DueJobs.class).runDue();
  }

  private List<String> newMessageIds() {
    List<String> all = server.messageIds();
    return all.subList(told, all.size());
  }

  private long unsent() {
    return database.queryForObject(
        "select count(*) from notification where channel = 'MAIL' and status = 'QUEUED'",
        Long.class);
  }
}
