package dev.baton.intake.mail;

import dev.baton.intake.mail.ImapFolder.Listed;
import dev.baton.intake.mail.MailboxLease.MailboxPosition;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores new mails of a mailbox in batches. The folder is only told after the commit, so after an
 * interruption a mail is fetched at most twice, and the second fetch stores nothing.
 */
final class StoreMail {

  private static final Logger LOG = LoggerFactory.getLogger(StoreMail.class);

  private static final int FETCHED_AT_ONCE = 200;
  private static final long BYTES_AT_ONCE = 8L * 1024 * 1024;
  private static final int STORED_AT_ONCE = 50;
  private static final int MARKED_AT_ONCE = 1_000;

  private final String box;
  private final long largest;
  private final MailboxLease lease;
  private final IncomingMails mails;
  private final TransactionTemplate transaction;

  StoreMail(
      String box,
      long largest,
      MailboxLease lease,
      IncomingMails mails,
      TransactionTemplate transaction) {
    this.box = box;
    this.largest = largest;
    this.lease = lease;
    this.mails = mails;
    this.transaction = transaction;
  }

  /** Stores all new mails; returns their number. */
  int newMails(ImapFolder folder) throws MessagingException {
    MailboxPosition place = placeIn(folder);
    return store(folder, place, folder.after(place.lastUid()));
  }

  /**
   * Checks older mails that are not marked as read: mails stored before the folder could be told,
   * and mails that someone marked as unread.
   */
  void leftOvers(ImapFolder folder) throws MessagingException {
    MailboxPosition place = placeIn(folder);
    List<Listed> unread = folder.unreadUpTo(place.lastUid());
    List<Listed> unknown =
        unread.stream().filter(mail -> !mails.has(box, place.uidValidity(), mail.uid())).toList();
    store(folder, place, unknown);
    List<Listed> known = new ArrayList<>(unread);
    known.removeAll(unknown);
    folder.markDone(known.stream().map(Listed::uid).toList());
  }

  /** The position to continue from; for a new folder, its beginning. */
  private MailboxPosition placeIn(ImapFolder folder) throws MessagingException {
    long validity = folder.uidValidity();
    long next = folder.uidNext();
    return transaction.execute(
        begun -> {
          MailboxPosition place = lease.place();
          if (place.uidValidity() != null && place.uidValidity() == validity) {
            return place;
          }
          MailboxPosition anew = new MailboxPosition(validity, Math.max(next, 1), 0);
          lease.moveTo(anew);
          return anew;
        });
  }

  private int store(ImapFolder folder, MailboxPosition place, List<Listed> all)
      throws MessagingException {
    int stored = 0;
    int missing = 0;
    List<Long> unmarked = new ArrayList<>();
    for (List<Listed> portion : portions(all)) {
      List<Listed> wanted =
          portion.stream()
              .filter(mail -> !mail.isSeen() || mail.uid() >= place.firstUid())
              .toList();
      List<FetchedMail> fetched = fetch(folder, wanted);
      missing += wanted.size() - fetched.size();
      for (int from = 0; from < fetched.size(); from += STORED_AT_ONCE) {
        stored +=
            stored(place, fetched.subList(from, Math.min(from + STORED_AT_ONCE, fetched.size())));
      }
      passed(place, portion.get(portion.size() - 1).uid());
      fetched.forEach(mail -> unmarked.add(mail.uid()));
      if (unmarked.size() >= MARKED_AT_ONCE) {
        folder.markDone(unmarked);
        unmarked.clear();
      }
    }
    folder.markDone(unmarked);
    if (missing
        > 0) { // removed meanwhile, or still to be had: they are unread, and looked for again
      throw new MessagingException(missing + " mails were listed and not handed out");
    }
    return stored;
  }

  /**
   * A mail that the database rejects does not stop the others: its header is stored for a person to
   * look at.
   */
  private int stored(MailboxPosition place, List<FetchedMail> some) {
    try {
      return commit(place, some);
    } catch (DataAccessException refused) {
      int stored = 0;
      for (FetchedMail mail : some) {
        stored += storedAlone(place, mail);
      }
      return stored;
    }
  }

  private int storedAlone(MailboxPosition place, FetchedMail mail) {
    try {
      return commit(place, List.of(mail));
    } catch (DataAccessException refused) {
      LOG.warn("Of the mail {} in {} the head alone can be stored", mail.uid(), box, refused);
      return commit(place, List.of(mail.headAlone()));
    }
  }

  private int commit(MailboxPosition place, List<FetchedMail> some) {
    return transaction.execute(
        begun -> {
          MailboxPosition now = lease.place();
          int added = 0;
          for (FetchedMail mail : some) {
            added += mails.store(box, place.uidValidity(), mail) ? 1 : 0;
          }
          moveUpTo(now, some.get(some.size() - 1).uid());
          return added;
        });
  }

  /** Records that there is nothing more to fetch up to here. */
  private void passed(MailboxPosition place, long uid) {
    transaction.executeWithoutResult(
        begun -> {
          MailboxPosition now = lease.place();
          if (now.lastUid() < uid && Objects.equals(now.uidValidity(), place.uidValidity())) {
            moveUpTo(now, uid);
          }
        });
  }

  private void moveUpTo(MailboxPosition now, long uid) {
    lease.moveTo(
        new MailboxPosition(now.uidValidity(), now.firstUid(), Math.max(now.lastUid(), uid)));
  }

  private List<FetchedMail> fetch(ImapFolder folder, List<Listed> wanted)
      throws MessagingException {
    List<Listed> small = wanted.stream().filter(mail -> mail.size() <= largest).toList();
    List<Listed> large = wanted.stream().filter(mail -> mail.size() > largest).toList();
    List<FetchedMail> fetched = new ArrayList<>();
    if (!small.isEmpty()) {
      fetched.addAll(folder.whole(small));
    }
    if (!large.isEmpty()) {
      fetched.addAll(folder.heads(large));
    }
    fetched.sort(Comparator.comparingLong(FetchedMail::uid));
    return fetched;
  }

  private List<List<Listed>> portions(List<Listed> all) {
    List<List<Listed>> portions = new ArrayList<>();
    List<Listed> portion = new ArrayList<>();
    long bytes = 0;
    for (Listed mail : all) {
      long size = Math.min(mail.size(), largest);
      if (!portion.isEmpty()
          && (portion.size() == FETCHED_AT_ONCE || bytes + size > BYTES_AT_ONCE)) {
        portions.add(portion);
        portion = new ArrayList<>();
        bytes = 0;
      }
      portion.add(mail);
      bytes += size;
    }
    if (!portion.isEmpty()) {
      portions.add(portion);
    }
    return portions;
  }
}
