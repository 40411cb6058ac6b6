package dev.baton.intake.mail;

import dev.baton.intake.mail.IncomingMailSettings.MailboxSettings;
import dev.baton.notification.delivery.SocketDeadlines;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Reads one mailbox for as long as the desk runs. While this node has the lease, it stores new
 * mails and waits for more, by IDLE if the server offers it. After an error it reconnects, with
 * growing pauses.
 */
final class MailboxReader implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);

  private static final Duration RENEWED_EVERY = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final MailboxSettings box;
  private final MailboxLease lease;
  private final StoreMail store;
  private final ScheduledExecutorService keeper;
  private final SocketDeadlines deadlines;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile ImapFolder open;
  private boolean idleFails;

  MailboxReader(
      MailboxSettings box,
      MailboxLease lease,
      StoreMail store,
      ScheduledExecutorService keeper,
      SocketDeadlines deadlines) {
    this.box = box;
    this.lease = lease;
    this.store = store;
    this.keeper = keeper;
    this.deadlines = deadlines;
  }

  @Override
  public void run() {
    Duration pause = FIRST_PAUSE;
    try {
      while (!isStopped()) {
        if (!leased()) {
          pauseFor(RENEWED_EVERY);
          continue;
        }
        try {
          readAsLongAsLeased();
          pause = FIRST_PAUSE;
        } catch (MessagingException | RuntimeException e) {
          if (!isStopped()) {
            tell(e, pause);
            release(); // perhaps another node gets through
            pauseFor(pause);
            pause = longer(pause);
          }
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      release();
    }
  }

  private void readAsLongAsLeased() throws MessagingException, InterruptedException {
    try (ImapFolder folder = ImapFolder.open(box, deadlines)) {
      open = folder;
      ScheduledFuture<?> renewing =
          keeper.scheduleWithFixedDelay(
              () -> renew(folder), 0, RENEWED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
      ScheduledFuture<?> waking =
          keeper.scheduleWithFixedDelay(
              () -> wake(folder),
              box.poll().toMillis(),
              box.poll().toMillis(),
              TimeUnit.MILLISECONDS);
      try {
        boolean isFirst = true;
        while (!isStopped()) {
          int stored = store.newMails(folder);
          if (isFirst) {
            store.leftOvers(folder);
            isFirst = false;
          }
          lease.wasRead();
          if (stored > 0) {
            LOG.info("{} new mails in {}", stored, box.name());
          }
          waitForMore(folder);
        }
      } finally {
        renewing.cancel(false);
        waking.cancel(false);
        open = null;
      }
    }
  }

  private void waitForMore(ImapFolder folder) throws MessagingException, InterruptedException {
    if (isStopped()) {
      return;
    }
    if (!idleFails && folder.canIdle()) {
      try {
        folder.idle();
        return;
      } catch (jakarta.mail.FolderClosedException | jakarta.mail.StoreClosedException cut) {
        throw cut;
      } catch (MessagingException refused) {
        idleFails = true;
        LOG.warn("{} breaks IDLE; it is looked into every {}", box.name(), box.poll());
      }
    }
    pauseFor(box.poll());
  }

  private boolean leased() {
    try {
      return lease.hold();
    } catch (DataAccessException | TransactionException noDatabase) {
      return false;
    }
  }

  /** A node that cannot renew its lease stops reading before another one begins. */
  private void renew(ImapFolder folder) {
    if (!leased()) {
      LOG.warn(
          "The lease of {} is lost; another node reads it, or the database is away", box.name());
      folder.close();
    }
  }

  private static void wake(ImapFolder folder) {
    try {
      folder.wake();
    } catch (MessagingException | RuntimeException closed) {
      // the reader finds out by itself
    }
  }

  private void tell(Exception trouble, Duration pause) {
    String words = trouble.getMessage() == null ? trouble.toString() : trouble.getMessage();
    LOG.warn("The mailbox {} cannot be read, again in {}: {}", box.name(), pause, words);
    try {
      lease.hasTrouble(words);
    } catch (DataAccessException | TransactionException noDatabase) {
      LOG.debug("Nor can that be noted", noDatabase);
    }
  }

  private void release() {
    try {
      lease.release();
    } catch (DataAccessException | TransactionException noDatabase) {
      LOG.debug("The lease of {} ends by itself", box.name(), noDatabase);
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private void pauseFor(Duration pause) throws InterruptedException {
    boolean stopped = stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    if (stopped) {
      LOG.debug("{} is read no longer", box.name());
    }
  }

  private boolean isStopped() {
    return stop.getCount() == 0;
  }

  /** Stops reading soon; a mail that is being stored is finished first. */
  void stop() {
    stop.countDown();
    ImapFolder folder = open;
    if (folder != null) {
      keeper.execute(folder::close);
    }
  }
}
