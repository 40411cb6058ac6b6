package dev.baton.intake.internal.mail;

import dev.baton.intake.internal.mail.ImapFolder.Listed;
import dev.baton.intake.internal.mail.MailboxLease.Place;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores what is new in a mailbox, some mails at a time. The folder is told only after the commit,
 * so a cut at any point fetches a mail twice at most, and the second time stores nothing.
 */
final class StoreMail {

  private static final int AT_ONCE = 50;
  private static final long BYTES_AT_ONCE = 8L * 1024 * 1024;

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

  /** Stores all that is new; returns how many mails that were. */
  int newMails(ImapFolder folder) throws MessagingException {
    Place place = placeIn(folder);
    int stored = 0;
    for (List<Listed> some : portions(folder.after(place.lastUid()))) {
      stored += store(folder, place, some);
    }
    return stored;
  }

  /**
   * Goes through what is older and not marked as read: mails that were stored before the folder
   * could be told, and such as somebody marked as unread.
   */
  void leftOvers(ImapFolder folder) throws MessagingException {
    Place place = placeIn(folder);
    List<Listed> unread = folder.unreadUpTo(place.lastUid());
    List<Listed> unknown =
        unread.stream().filter(mail -> !mails.has(box, place.uidValidity(), mail.uid())).toList();
    for (List<Listed> some : portions(unknown)) {
      store(folder, place, some);
    }
    List<Listed> known = new ArrayList<>(unread);
    known.removeAll(unknown);
    for (List<Listed> some : portions(known)) {
      folder.markDone(some.stream().map(Listed::uid).toList());
    }
  }

  /** Where to go on; in a folder that is seen for the first time, at its beginning. */
  private Place placeIn(ImapFolder folder) throws MessagingException {
    long validity = folder.uidValidity();
    long next = folder.uidNext();
    return transaction.execute(
        begun -> {
          Place place = lease.place();
          if (place.uidValidity() != null && place.uidValidity() == validity) {
            return place;
          }
          Place anew = new Place(validity, Math.max(next, 1), 0);
          lease.moveTo(anew);
          return anew;
        });
  }

  private int store(ImapFolder folder, Place place, List<Listed> some) throws MessagingException {
    List<Listed> wanted =
        some.stream().filter(mail -> !mail.isSeen() || mail.uid() >= place.firstUid()).toList();
    List<FetchedMail> fetched = fetch(folder, wanted);
    long last = some.get(some.size() - 1).uid();
    Integer stored =
        transaction.execute(
            begun -> {
              Place now = lease.place();
              int added = 0;
              for (FetchedMail mail : fetched) {
                added += mails.store(box, place.uidValidity(), mail) ? 1 : 0;
              }
              lease.moveTo(
                  new Place(now.uidValidity(), now.firstUid(), Math.max(now.lastUid(), last)));
              return added;
            });
    folder.markDone(fetched.stream().map(FetchedMail::uid).toList());
    return stored;
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
    return fetched;
  }

  private List<List<Listed>> portions(List<Listed> all) {
    List<List<Listed>> portions = new ArrayList<>();
    List<Listed> portion = new ArrayList<>();
    long bytes = 0;
    for (Listed mail : all) {
      long size = Math.min(mail.size(), largest);
      if (!portion.isEmpty() && (portion.size() == AT_ONCE || bytes + size > BYTES_AT_ONCE)) {
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
