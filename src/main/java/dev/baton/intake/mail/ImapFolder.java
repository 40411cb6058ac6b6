package dev.baton.intake.mail;

import dev.baton.intake.mail.IncomingMailSettings.MailboxSettings;
import dev.baton.notification.delivery.SocketDeadlines;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * An open connection to the folder of a mailbox. Reads by UID and byte for byte, without marking
 * mails as read. Any failure throws a {@link MessagingException} and ends the connection. So does
 * an operation that takes too long in total, for example if a server answers byte by byte.
 */
final class ImapFolder implements AutoCloseable {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int ANSWER_MILLIS = 60_000;
  private static final Duration TO_CLOSE = Duration.ofSeconds(5);

  private final IMAPStore store;
  private final IMAPFolder folder;
  private final String doneFolder;
  private final SocketDeadlines deadlines;
  private final Limits limits;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  private ImapFolder(
      IMAPStore store,
      IMAPFolder folder,
      String doneFolder,
      SocketDeadlines deadlines,
      Limits limits) {
    this.store = store;
    this.folder = folder;
    this.doneFolder = doneFolder;
    this.deadlines = deadlines;
    this.limits = limits;
  }

  /**
   * How long things take at most.
   *
   * @param toOpen connecting, signing in and opening the folder together
   * @param toAnswer each command, until the last byte of its answer
   * @param toWait for the server to have something to say; longer than a silent connection lasts
   */
  record Limits(Duration toOpen, Duration toAnswer, Duration toWait) {

    static Limits of(MailboxSettings box) {
      return new Limits(
          Duration.ofMinutes(1), Duration.ofMinutes(5), box.poll().plus(Duration.ofMinutes(2)));
    }
  }

  private interface Exchange<T> {
    T run() throws MessagingException;
  }

  /** A mail of the folder, with what is known before it is fetched. */
  record Listed(long uid, long size, boolean isSeen) {}

  static ImapFolder open(MailboxSettings box, SocketDeadlines deadlines) throws MessagingException {
    return open(box, deadlines, Limits.of(box));
  }

  static ImapFolder open(MailboxSettings box, SocketDeadlines deadlines, Limits limits)
      throws MessagingException {
    Session session = Session.getInstance(properties(box, deadlines));
    try (SocketDeadlines.Deadline deadline = deadlines.begin(limits.toOpen())) {
      IMAPStore store =
          (IMAPStore) session.getStore(box.isEncryptedFromTheStart() ? "imaps" : "imap");
      try {
        store.connect(box.host(), box.port() == 0 ? -1 : box.port(), box.user(), box.password());
        IMAPFolder folder = (IMAPFolder) store.getFolder(box.folder());
        folder.open(Folder.READ_WRITE);
        ImapFolder open = new ImapFolder(store, folder, doneFolder(store, box), deadlines, limits);
        open.sockets.addAll(deadline.guarded());
        return open;
      } catch (MessagingException e) {
        quietly(store);
        throw deadline.hasExpired() ? late(limits.toOpen(), e) : e;
      }
    }
  }

  /** Ends every operation in time, over whichever connections it uses. */
  private <T> T within(Duration longest, Exchange<T> exchange) throws MessagingException {
    try (SocketDeadlines.Deadline deadline = deadlines.begin(longest)) {
      deadline.guardAll(sockets);
      try {
        T answer = exchange.run();
        sockets.addAll(deadline.guarded());
        return answer;
      } catch (MessagingException e) {
        throw deadline.hasExpired() ? late(longest, e) : e;
      }
    }
  }

  private static MessagingException late(Duration longest, MessagingException cause) {
    return new MessagingException(
        "The server did not answer whole within %d seconds.".formatted(longest.toSeconds()), cause);
  }

  private static Properties properties(MailboxSettings box, SocketDeadlines deadlines) {
    String protocol = box.isEncryptedFromTheStart() ? "mail.imaps." : "mail.imap.";
    Properties properties = new Properties();
    properties.put(protocol + "connectiontimeout", String.valueOf(CONNECT_MILLIS));
    properties.put(protocol + "timeout", String.valueOf(box.poll().toMillis() + ANSWER_MILLIS));
    properties.put(protocol + "writetimeout", String.valueOf(ANSWER_MILLIS));
    properties.put(protocol + "socketFactory", deadlines.sockets());
    properties.put(protocol + "socketFactory.fallback", "false");
    properties.put(protocol + "starttls.enable", String.valueOf(box.isUpgraded()));
    properties.put(protocol + "starttls.required", String.valueOf(box.isUpgraded()));
    properties.put(protocol + "ssl.checkserveridentity", "true");
    properties.put(protocol + "connectionpoolsize", "1");
    return properties;
  }

  private static String doneFolder(IMAPStore store, MailboxSettings box) throws MessagingException {
    if (box.doneFolder() == null || box.doneFolder().isBlank()) {
      return null;
    }
    String separator = String.valueOf(store.getDefaultFolder().getSeparator());
    String name = box.doneFolder().replace("/", separator);
    return store.getFolder(name).exists() ? name : null;
  }

  long uidValidity() throws MessagingException {
    return within(limits.toAnswer(), folder::getUIDValidity);
  }

  long uidNext() throws MessagingException {
    return within(limits.toAnswer(), folder::getUIDNext);
  }

  /** Returns the mails after this UID, oldest first. */
  List<Listed> after(long uid) throws MessagingException {
    return listed("UID FETCH " + (uid + 1) + ":* (UID RFC822.SIZE FLAGS)").stream()
        .filter(mail -> mail.uid() > uid)
        .toList();
  }

  /**
   * Returns the mails up to this UID that are not marked as read, because the folder was not yet
   * told that they are stored.
   */
  List<Listed> unreadUpTo(long uid) throws MessagingException {
    List<Long> unread = new ArrayList<>();
    if (uid > 0) {
      for (Response answer : command("UID SEARCH UID 1:" + uid + " UNSEEN")) {
        if (answer instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
          for (long each = found.readLong(); each > 0; each = found.readLong()) {
            unread.add(each);
          }
        }
      }
    }
    List<Listed> all = new ArrayList<>();
    for (String set : UidSets.of(unread.stream().sorted().toList())) {
      all.addAll(listed("UID FETCH " + set + " (UID RFC822.SIZE FLAGS)"));
    }
    all.removeIf(mail -> mail.uid() > uid || mail.isSeen());
    return all;
  }

  private List<Listed> listed(String command) throws MessagingException {
    List<Listed> all = new ArrayList<>();
    for (FetchResponse mail : fetched(command)) {
      UID uid = mail.getItem(UID.class);
      RFC822SIZE size = mail.getItem(RFC822SIZE.class);
      FLAGS flags = mail.getItem(FLAGS.class);
      if (uid != null && size != null) {
        boolean isSeen = flags != null && flags.contains(FLAGS.Flag.SEEN);
        all.add(new Listed(uid.uid, size.size, isSeen));
      }
    }
    all.sort(Comparator.comparingLong(Listed::uid));
    return all;
  }

  /** Fetches the whole mails in one command; skips any that were removed in the meantime. */
  List<FetchedMail> whole(List<Listed> mails) throws MessagingException {
    return bodies(mails, "BODY.PEEK[]", false);
  }

  /** Fetches only the headers of mails that are too large. */
  List<FetchedMail> heads(List<Listed> mails) throws MessagingException {
    return bodies(mails, "BODY.PEEK[HEADER]", true);
  }

  private List<FetchedMail> bodies(List<Listed> mails, String what, boolean isCut)
      throws MessagingException {
    Map<Long, Long> sizes = mails.stream().collect(Collectors.toMap(Listed::uid, Listed::size));
    List<FetchedMail> all = new ArrayList<>();
    for (String set : UidSets.of(mails.stream().map(Listed::uid).toList())) {
      for (FetchResponse mail : fetched("UID FETCH %s (UID %s)".formatted(set, what))) {
        UID uid = mail.getItem(UID.class);
        BODY body = mail.getItem(BODY.class);
        if (uid != null && sizes.containsKey(uid.uid) && body != null && hasBytes(body)) {
          byte[] raw = body.getByteArrayInputStream().readAllBytes();
          all.add(new FetchedMail(uid.uid, sizes.get(uid.uid), isCut, raw));
        }
      }
    }
    all.sort(Comparator.comparingLong(FetchedMail::uid));
    return all;
  }

  private static boolean hasBytes(BODY body) {
    return body.getByteArray() != null;
  }

  /**
   * Tells the folder that these are stored: moves them to their target folder, or marks them as
   * read.
   */
  void markDone(List<Long> uids) throws MessagingException {
    for (String set : UidSets.of(uids)) {
      command("UID STORE " + set + " +FLAGS.SILENT (\\Seen)");
      if (doneFolder != null) {
        move(set);
      }
    }
  }

  private void move(String set) throws MessagingException {
    String name = "\"" + doneFolder.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    if (hasCapability("MOVE")) {
      command("UID MOVE " + set + " " + name);
    } else {
      command("UID COPY " + set + " " + name);
      command("UID STORE " + set + " +FLAGS.SILENT (\\Deleted)");
      command(hasCapability("UIDPLUS") ? "UID EXPUNGE " + set : "EXPUNGE");
    }
  }

  boolean canIdle() throws MessagingException {
    return hasCapability("IDLE");
  }

  private boolean hasCapability(String name) throws MessagingException {
    return within(limits.toAnswer(), () -> store.hasCapability(name));
  }

  /** Waits until the server has news, or another thread wakes it. */
  void idle() throws MessagingException {
    within(
        limits.toWait(),
        () -> {
          folder.idle(true);
          return null;
        });
  }

  /** Ends another thread's wait by sending the server a command. */
  void wake() throws MessagingException {
    within(limits.toAnswer(), folder::getMessageCount);
  }

  private List<FetchResponse> fetched(String command) throws MessagingException {
    return Arrays.stream(command(command))
        .filter(FetchResponse.class::isInstance)
        .map(FetchResponse.class::cast)
        .toList();
  }

  private Response[] command(String command) throws MessagingException {
    return within(
        limits.toAnswer(),
        () ->
            (Response[])
                folder.doCommand(
                    protocol -> {
                      Response[] answers = protocol.command(command, null);
                      protocol.notifyResponseHandlers(answers);
                      protocol.handleResult(answers[answers.length - 1]);
                      return answers;
                    }));
  }

  /** How many messages it has. */
  int size() throws MessagingException {
    return within(limits.toAnswer(), folder::getMessageCount);
  }

  @Override
  public void close() {
    try (SocketDeadlines.Deadline deadline = deadlines.begin(TO_CLOSE)) {
      deadline.guardAll(sockets);
      quietly(store);
    }
  }

  private static void quietly(IMAPStore store) {
    try {
      store.close();
    } catch (MessagingException | RuntimeException gone) {
      // it is closed one way or the other
    }
  }
}
