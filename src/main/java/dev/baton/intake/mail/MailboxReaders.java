package dev.baton.intake.mail;

import dev.baton.intake.mail.IncomingMailSettings.MailboxSettings;
import dev.baton.notification.delivery.SocketDeadlines;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads every configured mailbox from start-up to shutdown. */
@Component
@EnableConfigurationProperties(IncomingMailSettings.class)
class MailboxReaders implements SmartLifecycle {

  private static final long LONGEST_GOODBYE_MILLIS = 10_000;

  private final IncomingMailSettings settings;
  private final IncomingMails mails;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final List<MailboxReader> readers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private ScheduledExecutorService keeper;
  private SocketDeadlines deadlines;

  MailboxReaders(
      IncomingMailSettings settings,
      IncomingMails mails,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.settings = settings;
    this.mails = mails;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

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
    if (isRunning() || settings.boxes().isEmpty()) {
      return;
    }
    CustomizableThreadFactory names = new CustomizableThreadFactory("mailbox-keeper-");
    names.setDaemon(true);
    deadlines = new SocketDeadlines("mailbox-deadlines");
    keeper = Executors.newScheduledThreadPool(2 * settings.boxes().size(), names);
    for (MailboxSettings box : settings.boxes()) {
      MailboxLease lease = new MailboxLease(box.name(), jdbc, transaction);
      StoreMail store =
          new StoreMail(box.name(), settings.largest().toBytes(), lease, mails, transaction);
      MailboxReader reader = new MailboxReader(box, lease, store, keeper, deadlines);
      Thread thread = new Thread(() -> read(reader), "mailbox-" + box.name());
      thread.setDaemon(true);
      thread.start();
      readers.add(reader);
      threads.add(thread);
    }
  }

  private static void read(MailboxReader reader) {
    ParseMail.load();
    reader.run();
  }

  @Override
  public synchronized void stop() {
    readers.forEach(MailboxReader::stop);
    for (Thread thread : threads) {
      try {
        thread.join(LONGEST_GOODBYE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    readers.clear();
    threads.clear();
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
