package dev.baton.intake.internal.mail;

import dev.baton.intake.internal.mail.MailInSettings.MailboxSettings;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
 * An open connection to the folder of a mailbox. Reads by UID and byte for byte, and marks nothing
 * as read by reading. What breaks throws a {@link MessagingException}, and the connection is done.
 */
final class ImapFolder implements AutoCloseable {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int ANSWER_MILLIS = 60_000;

  private final IMAPStore store;
  private final IMAPFolder folder;
  private final String doneFolder;

  private ImapFolder(IMAPStore store, IMAPFolder folder, String doneFolder) {
    this.store = store;
    this.folder = folder;
    this.doneFolder = doneFolder;
  }

  /** A mail of the folder, by what can be known before it is fetched. */
  record Listed(long uid, long size, boolean isSeen) {}

  static ImapFolder open(MailboxSettings box) throws MessagingException {
    Session session = Session.getInstance(properties(box));
    IMAPStore store =
        (IMAPStore) session.getStore(box.isEncryptedFromTheStart() ? "imaps" : "imap");
    try {
      store.connect(box.host(), box.port() == 0 ? -1 : box.port(), box.user(), box.password());
      IMAPFolder folder = (IMAPFolder) store.getFolder(box.folder());
      folder.open(Folder.READ_WRITE);
      return new ImapFolder(store, folder, doneFolder(store, box));
    } catch (MessagingException e) {
      quietly(store);
      throw e;
    }
  }

  private static Properties properties(MailboxSettings box) {
    String protocol = box.isEncryptedFromTheStart() ? "mail.imaps." : "mail.imap.";
    Properties properties = new Properties();
    properties.put(protocol + "connectiontimeout", String.valueOf(CONNECT_MILLIS));
    properties.put(protocol + "timeout", String.valueOf(box.poll().toMillis() + ANSWER_MILLIS));
    properties.put(protocol + "writetimeout", String.valueOf(ANSWER_MILLIS));
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
    return folder.getUIDValidity();
  }

  long uidNext() throws MessagingException {
    return folder.getUIDNext();
  }

  /** What lies behind this UID, oldest first. */
  List<Listed> after(long uid) throws MessagingException {
    return listed("UID FETCH " + (uid + 1) + ":* (UID RFC822.SIZE FLAGS)").stream()
        .filter(mail -> mail.uid() > uid)
        .toList();
  }

  /** What lies up to this UID and is not marked as read: nobody told the folder that it is kept. */
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

  /** The mails whole, in one turn; one that was removed meanwhile is left out. */
  List<FetchedMail> whole(List<Listed> mails) throws MessagingException {
    return bodies(mails, "BODY.PEEK[]", false);
  }

  /** The heads alone of mails that are too large. */
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

  /** Tells the folder that these are kept: moves them where they shall go, or marks them read. */
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
    if (store.hasCapability("MOVE")) {
      command("UID MOVE " + set + " " + name);
    } else {
      command("UID COPY " + set + " " + name);
      command("UID STORE " + set + " +FLAGS.SILENT (\\Deleted)");
      command(store.hasCapability("UIDPLUS") ? "UID EXPUNGE " + set : "EXPUNGE");
    }
  }

  boolean canIdle() throws MessagingException {
    return store.hasCapability("IDLE");
  }

  /** Waits until the server has something to say, or until somebody {@link #wakes} it. */
  void idle() throws MessagingException {
    folder.idle(true);
  }

  /** Ends a wait of another thread, by asking the server whether it is there. */
  void wake() throws MessagingException {
    folder.getMessageCount();
  }

  private List<FetchResponse> fetched(String command) throws MessagingException {
    return Arrays.stream(command(command))
        .filter(FetchResponse.class::isInstance)
        .map(FetchResponse.class::cast)
        .toList();
  }

  private Response[] command(String command) throws MessagingException {
    return (Response[])
        folder.doCommand(
            protocol -> {
              Response[] answers = protocol.command(command, null);
              protocol.notifyResponseHandlers(answers);
              protocol.handleResult(answers[answers.length - 1]);
              return answers;
            });
  }

  @Override
  public void close() {
    quietly(store);
  }

  private static void quietly(IMAPStore store) {
    try {
      store.close();
    } catch (MessagingException | RuntimeException gone) {
      // it is closed one way or the other
    }
  }
}
