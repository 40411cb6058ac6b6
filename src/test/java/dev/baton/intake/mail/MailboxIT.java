package dev.baton.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.engine.DueJobs;
import dev.baton.intake.mail.CuttingProxy.Moment;
import dev.baton.intake.mail.IncomingMailSettings.MailboxSettings;
import dev.baton.support.BatonTest;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Mailboxes over real sockets: nothing in them is lost or stored twice, whatever breaks. */
@BatonTest
class MailboxIT {

  private static final String PASSWORD = "secret";
  private static final Duration SOON = Duration.ofSeconds(15);

  /** Each reading waits for a second after its cut, so some are cut side by side. */
  private static final int AT_A_TIME = 5;

  private static final int MORE_THAN_A_READING_HAS = 40;

  @Autowired IncomingMails mails;
  @Autowired JdbcTemplate database;
  @Autowired PlatformTransactionManager transactions;
  @Autowired DueJobs jobs;

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {ServerSetup.IMAP.dynamicPort(), ServerSetup.SMTP.dynamicPort()});
  private final List<MailboxReaders> nodes = new CopyOnWriteArrayList<>();
  private String box;
  private GreenMailUser user;

  @BeforeEach
  void openTheServer() {
    server.start();
    box = "box" + System.nanoTime();
    user = mailbox(box);
  }

  @AfterEach
  void closeEverything() {
    nodes.forEach(MailboxReaders::stop);
    server.stop();
  }

  private GreenMailUser mailbox(String name) {
    return server.setUser(name + "@baton.example", name, PASSWORD);
  }

  @Test
  void mailsThatAreThereAndThatComeAreStoredByteForByteAndMarkedAsRead() throws Exception {
    MailDraft first = MailDraft.mail().text("Grüße 🖨️");
    deliver(first);
    read(server.getImap().getPort());
    patiently().atMost(SOON).until(() -> stored() == 1);
    GreenMailUtil.sendTextEmail(
        box + "@baton.example",
        "rita@acme.example",
        "By SMTP",
        "Hello",
        server.getSmtp().getServerSetup());
    patiently().atMost(SOON).until(() -> stored() == 2);
    patiently().atMost(SOON).until(() -> unread() == 0);

    byte[] raw =
        database.queryForObject(
            "select raw from incoming_mail where box = ? order by uid limit 1", byte[].class, box);
    assertThat(raw).isEqualTo(first.bytes());
    assertThat(
            database.queryForObject(
                "select count(*) from mailbox where name = ? and read_at is not null",
                Long.class,
                box))
        .isEqualTo(1);
  }

  @Test
  void aServerWithoutIdleIsLookedIntoAgainAndAgain() throws Exception {
    try (CuttingProxy proxy = new CuttingProxy(server.getImap().getPort(), 0, null, true)) {
      read(proxy.port());
      patiently().atMost(SOON).until(() -> isRead());
      deliver(MailDraft.mail());

      patiently().atMost(SOON).until(() -> stored() == 1);
      assertThat(proxy.heard()).doesNotContain("IDLE");
    }
  }

  @Test
  void readMailsThatWereThereBeforeAreLeftAloneAndThoseThatSomebodyReadsLaterAreNot()
      throws Exception {
    deliver(MailDraft.mail().subject("Old"));
    mark(Flags.Flag.SEEN);
    deliver(MailDraft.mail().subject("New"));
    MailboxReaders node = read(server.getImap().getPort());
    patiently().atMost(SOON).until(() -> stored() == 1);
    node.stop();

    deliver(MailDraft.mail().subject("Read by somebody in the mailbox"));
    mark(Flags.Flag.SEEN);
    read(server.getImap().getPort());

    patiently().atMost(SOON).until(() -> stored() == 2);
  }

  @Test
  void storedMailsGoToTheFolderForThemIfThereIsOne() throws Exception {
    server.getManagers().getImapHostManager().createMailbox(user, "Baton.Done");
    deliver(MailDraft.mail());
    deliver(MailDraft.mail());

    read(server.getImap().getPort());

    patiently().atMost(SOON).until(() -> stored() == 2);
    patiently().atMost(SOON).until(() -> in("INBOX") == 0 && in("Baton.Done") == 2);
  }

  @Test
  void ofALargeMailTheHeadAloneIsFetched() throws Exception {
    deliver(MailDraft.mail().subject("A film").text("x".repeat(300_000)));
    read(server.getImap().getPort());

    patiently().atMost(SOON).until(() -> stored() == 1);
    assertThat(
            database.queryForMap(
                "select is_cut, size > 300000 as is_large, length(raw) as kept from incoming_mail"
                    + " where box = ?",
                box))
        .containsEntry("is_cut", true)
        .hasEntrySatisfying("kept", kept -> assertThat((Integer) kept).isLessThan(1_000));
  }

  @Test
  void aMailThatTheDatabaseRefusesDoesNotStopTheOthers() throws Exception {
    database.execute(
        "create trigger refuse_one before insert on incoming_mail for each row"
            + " if not new.is_cut and new.raw like '%unbearable%' then"
            + " signal sqlstate '45000' set message_text = 'too much'; end if");
    try {
      deliver(MailDraft.mail());
      deliver(MailDraft.mail().text("unbearable"));
      deliver(MailDraft.mail());
      read(server.getImap().getPort());

      patiently().atMost(SOON).until(() -> stored() == 3 && unread() == 0);
      assertThat(
              database.queryForList(
                  "select is_cut from incoming_mail where box = ? order by uid",
                  Boolean.class,
                  box))
          .containsExactly(false, true, false);
    } finally {
      database.execute("drop trigger refuse_one");
    }
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void aCutAtAnyCommandLosesNothingAndDoublesNothing(Moment moment) throws Exception {
    ExecutorService readings = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      int command = 0;
      boolean cut = true;
      while (cut && command <= MORE_THAN_A_READING_HAS) {
        List<Future<Boolean>> cuts = new ArrayList<>();
        for (int i = 0; i < AT_A_TIME; i++) {
          int next = ++command;
          cuts.add(readings.submit(() -> isCutAndLosesNothing(next, moment)));
        }
        for (int i = 0; i < AT_A_TIME; i++) {
          if (!cuts.get(i).get() && cut) {
            cut = false;
            assertThat(command - AT_A_TIME + 1 + i).as("commands that were cut").isGreaterThan(8);
          }
        }
      }
    } finally {
      readings.shutdownNow();
    }
  }

  /** Answers whether there was such a command. */
  private boolean isCutAndLosesNothing(int command, Moment moment) throws Exception {
    String name = "cut%d%s".formatted(command, moment).toLowerCase(java.util.Locale.ROOT);
    GreenMailUser owner = mailbox(name);
    for (int i = 0; i < 3; i++) {
      deliver(owner, MailDraft.mail());
    }
    boolean cut;
    try (CuttingProxy proxy = new CuttingProxy(server.getImap().getPort(), command, moment, true)) {
      MailboxReaders node = read(name, proxy.port());
      patiently().atMost(SOON).until(() -> stored(name) == 3 && unread(name) == 0 && isRead(name));
      deliver(owner, MailDraft.mail());
      patiently().atMost(SOON).until(() -> stored(name) == 4 && unread(name) == 0);
      node.stop();
      cut = proxy.hasCut();
    }
    assertThat(stored(name)).as("after a cut at command %d", command).isEqualTo(4);
    assertThat(
            database.queryForObject(
                "select count(distinct message_key) from incoming_mail where box = ?",
                Long.class,
                name))
        .isEqualTo(4);
    return cut;
  }

  @Test
  void theMailboxOfANodeThatDiesIsTakenOverAndNotBefore() throws Exception {
    MailboxLease dead =
        new MailboxLease(box, JdbcClient.create(database), new TransactionTemplate(transactions));
    assertThat(dead.hold()).isTrue();
    long begun = System.nanoTime();
    deliver(MailDraft.mail());
    read(server.getImap().getPort());

    patiently().atMost(Duration.ofMinutes(1)).until(() -> stored() == 1);

    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isGreaterThan(MailboxLease.LASTS.minusSeconds(1));
    assertThat(dead.hold()).as("it comes back too late").isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {120})
  void twoNodesOnOneMailboxStoreEachMailOnce(int many) throws Exception {
    read(server.getImap().getPort());
    MailboxReaders other = read(server.getImap().getPort());
    for (int i = 0; i < many; i++) {
      deliver(MailDraft.mail());
      if (i == many / 2) {
        other.stop();
        nodes.get(0).stop();
        read(server.getImap().getPort());
      }
    }

    patiently().atMost(Duration.ofSeconds(30)).until(() -> stored() == many);
    assertThat(
            database.queryForObject(
                "select count(distinct message_key) from incoming_mail where box = ?",
                Long.class,
                box))
        .isEqualTo(many);
  }

  /** The mail server's own threads complain of what we cut. */
  private static ConditionFactory patiently() {
    return await().dontCatchUncaughtExceptions();
  }

  private MailboxReaders read(int port) {
    return read(box, port);
  }

  private MailboxReaders read(String name, int port) {
    MailboxSettings settings =
        new MailboxSettings(
            name,
            "127.0.0.1",
            port,
            name,
            PASSWORD,
            "none",
            "INBOX",
            null,
            "Baton.Done",
            Duration.ofSeconds(1));
    MailboxReaders node =
        new MailboxReaders(
            () -> List.of(settings),
            DataSize.ofKilobytes(200),
            mails,
            JdbcClient.create(database),
            transactions);
    node.start();
    nodes.add(node);
    return node;
  }

  private void deliver(MailDraft mail) throws UserException {
    deliver(user, mail);
  }

  private static void deliver(GreenMailUser to, MailDraft mail) throws UserException {
    to.deliver(GreenMailUtil.newMimeMessage(new ByteArrayInputStream(mail.bytes())));
  }

  private long stored() {
    return stored(box);
  }

  private long stored(String name) {
    return database.queryForObject(
        "select count(*) from incoming_mail where box = ?", Long.class, name);
  }

  private boolean isRead() {
    return isRead(box);
  }

  private boolean isRead(String name) {
    return database.queryForObject(
            "select count(*) from mailbox where name = ? and read_at is not null", Long.class, name)
        > 0;
  }

  private long unread() throws MessagingException {
    return unread(box);
  }

  private long unread(String name) throws MessagingException {
    try (Store store = connected(name)) {
      return store.getFolder("INBOX").getUnreadMessageCount();
    }
  }

  private int in(String folder) throws MessagingException {
    try (Store store = connected()) {
      return store.getFolder(folder).getMessageCount();
    }
  }

  private void mark(Flags.Flag flag) throws MessagingException {
    try (Store store = connected()) {
      Folder inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_WRITE);
      inbox.setFlags(inbox.getMessages(), new Flags(flag), true);
      inbox.close(false);
    }
  }

  private Store connected() throws MessagingException {
    return connected(box);
  }

  private Store connected(String name) throws MessagingException {
    Store store = server.getImap().createStore();
    store.connect(name, PASSWORD);
    return store;
  }
}
