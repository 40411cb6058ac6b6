package dev.baton.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that says some things at once, and others one byte at a time without end. */
public final class DribblingServer implements AutoCloseable {

  private final ServerSocket door;
  private final Talk talk;
  private final Duration pace;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicInteger talking = new AtomicInteger();

  /** What it says to one caller. */
  @FunctionalInterface
  public interface Talk {
    void with(Caller caller) throws IOException, InterruptedException;
  }

  public DribblingServer(Duration pace, Talk talk) {
    this.pace = pace;
    this.talk = talk;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::open);
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Whether a connection is open. */
  public boolean isTalking() {
    return talking.get() > 0;
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    door.close();
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        talking.incrementAndGet();
        daemon(() -> talk(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      talk.with(new Caller(socket));
    } catch (IOException gone) {
      // The caller hung up: that is what is waited for.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      talking.decrementAndGet();
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "dribbling-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Who called. */
  public final class Caller {

    private final BufferedReader in;
    private final OutputStream out;

    private Caller(Socket socket) throws IOException {
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      out = socket.getOutputStream();
    }

    /** The next line that the caller says; null at the end. */
    public String hears() throws IOException {
      return in.readLine();
    }

    public void says(String words) throws IOException {
      out.write(words.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    /** Says it one byte at a time, and goes on with the last one for ever. */
    public void dribbles(String words) throws IOException, InterruptedException {
      for (int i = 0; !closing.await(pace.toMillis(), TimeUnit.MILLISECONDS); i++) {
        says(String.valueOf(words.charAt(Math.min(i, words.length() - 1))));
      }
    }
  }
}
