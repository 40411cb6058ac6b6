package dev.baton.support;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server on a real socket that fails as it is told. What it accepted it keeps, so that a
 * test can count what was lost or came twice.
 */
public final class UnreliableSmtp implements AutoCloseable {

  /** How it behaves from the next command on. */
  public enum Mood {
    WELL,
    /** Says that it is busy instead of a greeting. */
    BUSY,
    /** Closes each connection at once. */
    HANGS_UP,
    /** Answers nothing until it is closed or gets better. */
    SILENT,
    /** Takes five seconds for each message. */
    SLOW,
    /** Answers one byte after the other with pauses; see {@link #dribbleAt}. */
    DRIBBLES,
    /** Refuses every recipient for good. */
    NOBODY_HERE,
    /** Has no room for the recipient now. */
    MAILBOX_FULL_NOW,
    /** Breaks the connection in the middle of a message. */
    BREAKS_IN_DATA,
    /** Accepts the message, then breaks the connection before it says so. */
    BREAKS_AFTER_DATA
  }

  /** Where in a talk it begins to dribble. */
  public enum Step {
    GREETING,
    EHLO,
    /** The bytes of a handshake of TLS that never ends. */
    TLS,
    MAIL,
    RCPT,
    DATA,
    /** It has the message, and takes its time to say so. */
    TAKEN
  }

  private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(\\S+)");

  private final ServerSocket socket;
  private final List<String> accepted = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong longestTalk = new AtomicLong();
  private final AtomicInteger rounds = new AtomicInteger();
  private final AtomicInteger talking = new AtomicInteger();
  private volatile Mood mood = Mood.WELL;
  private volatile Step slowAt = Step.GREETING;
  private volatile Duration pace = Duration.ofSeconds(2);

  public UnreliableSmtp() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread doorman = new Thread(this::open, "unreliable-smtp");
    doorman.setDaemon(true);
    doorman.start();
  }

  public int port() {
    return socket.getLocalPort();
  }

  public void be(Mood next) {
    mood = next;
  }

  /** Answers well up to this step, and from there on one byte at a time, kept connections too. */
  public void dribbleAt(Step step, Duration each) {
    rounds.incrementAndGet();
    longestTalk.set(0);
    slowAt = step;
    pace = each;
    mood = Mood.DRIBBLES;
  }

  /** The messages that it took, as they came. */
  public List<String> accepted() {
    return List.copyOf(accepted);
  }

  public List<String> messageIds() {
    return accepted.stream()
        .map(MESSAGE_ID::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .toList();
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    socket.close();
  }

  private void open() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        Thread talk = new Thread(() -> talk(caller), "unreliable-smtp-talk");
        talk.setDaemon(true);
        talk.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  /** How long a connection was held at most, of those that began and ended since it dribbles. */
  public Duration longestTalk() {
    return Duration.ofNanos(longestTalk.get());
  }

  /** Whether a connection is open. */
  public boolean isTalking() {
    return talking.get() > 0;
  }

  private void talk(Socket caller) {
    talking.incrementAndGet();
    long begin = System.nanoTime();
    int round = rounds.get();
    try {
      talkTo(caller);
    } finally {
      if (round == rounds.get()) {
        longestTalk.accumulateAndGet(System.nanoTime() - begin, Math::max);
      }
      talking.decrementAndGet();
    }
  }

  private void talkTo(Socket caller) {
    try (caller;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        BufferedWriter out =
            new BufferedWriter(
                new OutputStreamWriter(caller.getOutputStream(), StandardCharsets.UTF_8))) {
      converse(in, out);
    } catch (IOException e) {
      // A talk that broke is what this server is for.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void converse(BufferedReader in, BufferedWriter out)
      throws IOException, InterruptedException {
    if (mood == Mood.HANGS_UP) {
      return;
    }
    say(
        out,
        Step.GREETING,
        mood == Mood.BUSY ? "421 busy, come back later" : "220 unreliable ESMTP");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      while (mood == Mood.SILENT && !closing.await(50, TimeUnit.MILLISECONDS)) {
        // Nothing is what it says.
      }
      if (mood == Mood.HANGS_UP) {
        return;
      }
      switch (command) {
        case "EHLO", "HELO" ->
            say(out, Step.EHLO, slowAt == Step.TLS ? "250 STARTTLS" : "250 unreliable");
        case "STARTTLS" -> {
          say(out, "220 go on");
          say(out, Step.TLS, "\u0016\u0003\u0003@\u0000" + "\u0000".repeat(1_000));
        }
        case "MAIL" -> say(out, Step.MAIL, "250 ok");
        case "RSET", "NOOP" -> say(out, "250 ok");
        case "RCPT" -> say(out, Step.RCPT, recipient());
        case "DATA" -> {
          if (!takes(in, out)) {
            return;
          }
        }
        case "QUIT" -> {
          say(out, "221 bye");
          return;
        }
        default -> say(out, "502 what?");
      }
    }
  }

  private String recipient() {
    return switch (mood) {
      case NOBODY_HERE -> "550 5.1.1 nobody of that name here";
      case MAILBOX_FULL_NOW -> "452 4.2.2 mailbox full";
      case BUSY -> "421 busy, come back later";
      default -> "250 ok";
    };
  }

  /** Whether the talk goes on. */
  private boolean takes(BufferedReader in, BufferedWriter out) throws IOException {
    say(out, Step.DATA, "354 go on");
    StringBuilder message = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (mood == Mood.BREAKS_IN_DATA) {
        return false;
      }
      if (line.equals(".")) {
        if (mood == Mood.SLOW) {
          pause(Duration.ofSeconds(5));
        }
        accepted.add(message.toString());
        if (mood == Mood.BREAKS_AFTER_DATA) {
          return false;
        }
        say(out, Step.TAKEN, "250 2.0.0 queued");
        return true;
      }
      message.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
    }
    return false;
  }

  private void say(BufferedWriter out, String words) throws IOException {
    say(out, null, words);
  }

  private void say(BufferedWriter out, Step step, String words) throws IOException {
    for (char each : (words + "\r\n").toCharArray()) {
      out.write(each);
      if (mood == Mood.DRIBBLES && step != null && step.compareTo(slowAt) >= 0) {
        out.flush();
        pause(pace);
      }
    }
    out.flush();
  }

  private void pause(Duration time) throws IOException {
    try {
      if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
