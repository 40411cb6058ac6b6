package dev.baton.intake.mail;

import dev.baton.database.RecentlyRead;
import dev.baton.intake.mail.IncomingMailSettings.MailboxSettings;
import dev.baton.notification.delivery.SocketDeadlines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * Reads every mailbox from start-up to shutdown. What administrators change takes effect within
 * seconds.
 */
@Component
@EnableConfigurationProperties(IncomingMailSettings.class)
class MailboxReaders implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxReaders.class);
  private static final long LONGEST_GOODBYE_MILLIS = 10_000;

  private final Supplier<List<MailboxSettings>> mailboxes;
  private final long largest;
  private final IncomingMails mails;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Map<MailboxSettings, Running> running = new HashMap<>();
  private ScheduledThreadPoolExecutor keeper;
  private SocketDeadlines deadlines;

  @Autowired
  MailboxReaders(
      IncomingMailSettings settings,
      Mailboxes mailboxes,
      IncomingMails mails,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this(mailboxes::all, settings.largest(), mails, jdbc, transactions);
  }

  MailboxReaders(
      Supplier<List<MailboxSettings>> mailboxes,
      DataSize largest,
      IncomingMails mails,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.mailboxes = mailboxes;
    this.largest = largest.toBytes();
    this.mails = mails;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Running(MailboxReader reader, Thread thread) {}

  /** Starts only after the flows that take the mails in are deployed. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    start();
  }

  @Override
  public boolean isAutoStartup() {
    return false;
  }

  @Override
  public synchronized void start() {
    if (isRunning()) {
      return;
    }
    CustomizableThreadFactory names = new CustomizableThreadFactory("mailbox-keeper-");
    names.setDaemon(true);
    deadlines = new SocketDeadlines("mailbox-deadlines");
    keeper = new ScheduledThreadPoolExecutor(1, names);
    keeper.scheduleWithFixedDelay(
        this::followChanges, 0, RecentlyRead.KEPT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void followChanges() {
    try {
      readExactly(mailboxes.get());
    } catch (DataAccessException | TransactionException noDatabase) {
      LOG.warn("The mailboxes cannot be looked up: {}", noDatabase.getMessage());
    }
  }

  private synchronized void readExactly(List<MailboxSettings> wanted) {
    if (!isRunning()) {
      return;
    }
    List<Running> ended = new ArrayList<>();
    running
        .entrySet()
        .removeIf(
            one -> {
              boolean isOver = !wanted.contains(one.getKey());
              if (isOver) {
                one.getValue().reader().stop();
                ended.add(one.getValue());
              }
              return isOver;
            });
    ended.forEach(MailboxReaders::awaitEnd);
    keeper.setCorePoolSize(1 + 2 * wanted.size());
    wanted.stream().filter(box -> !running.containsKey(box)).forEach(this::begin);
  }

  private void begin(MailboxSettings box) {
    MailboxLease lease = new MailboxLease(box.name(), jdbc, transaction);
    StoreMail store = new StoreMail(box.name(), largest, lease, mails, transaction);
    MailboxReader reader = new MailboxReader(box, lease, store, keeper, deadlines);
    Thread thread = new Thread(() -> read(reader), "mailbox-" + box.name());
    thread.setDaemon(true);
    thread.start();
    running.put(box, new Running(reader, thread));
  }

  private static void read(MailboxReader reader) {
    ParseMail.load();
    reader.run();
  }

  private static void awaitEnd(Running one) {
    try {
      one.thread().join(LONGEST_GOODBYE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void stop() {
    running.values().forEach(one -> one.reader().stop());
    running.values().forEach(MailboxReaders::awaitEnd);
    running.clear();
    if (keeper != null) {
      keeper.shutdownNow();
      deadlines.close();
      keeper = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return keeper != null;
  }
}
