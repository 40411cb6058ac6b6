package dev.baton.intake.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Stands between a mail program and its IMAP server, and cuts the connection once: at a command,
 * before the server gets it or when it has answered and the program has not heard it. It can hide
 * that the server offers IDLE.
 */
final class CuttingProxy implements AutoCloseable {

  /** When the connection is cut. */
  enum Moment {
    BEFORE_THE_SERVER_HEARS,
    BEFORE_THE_ANSWER_ARRIVES
  }

  private final ServerSocket door;
  private final ExecutorService threads;
  private final int server;
  private final int cutAt;
  private final Moment moment;
  private final boolean hidesIdle;
  private final AtomicInteger commands = new AtomicInteger();
  private final AtomicBoolean wasCut = new AtomicBoolean();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  /**
   * @param cutAt the number of the command, from 1; 0 never cuts
   */
  CuttingProxy(int server, int cutAt, Moment moment, boolean hidesIdle) {
    CustomizableThreadFactory names = new CustomizableThreadFactory("cutting-proxy-");
    names.setDaemon(true);
    this.threads = Executors.newCachedThreadPool(names);
    this.server = server;
    this.cutAt = cutAt;
    this.moment = moment;
    this.hidesIdle = hidesIdle;
    try {
      this.door = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::letIn);
  }

  int port() {
    return door.getLocalPort();
  }

  boolean hasCut() {
    return wasCut.get();
  }

  /** What the program said, tags left out. */
  List<String> heard() {
    return heard;
  }

  private void letIn() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
        client.setTcpNoDelay(true);
        behind.setTcpNoDelay(true);
        CountDownLatch silenced = new CountDownLatch(1);
        AtomicBoolean silent = new AtomicBoolean();
        threads.execute(() -> answers(behind, client, silent, silenced));
        threads.execute(() -> commands(client, behind, silent, silenced));
      }
    } catch (IOException closed) {
      // the end
    }
  }

  private void commands(
      Socket client, Socket behind, AtomicBoolean silent, CountDownLatch silenced) {
    try (client;
        behind) {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = behind.getOutputStream();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard.add(line.replaceFirst("^\\S+ ", ""));
        boolean cuts = commands.incrementAndGet() == cutAt && wasCut.compareAndSet(false, true);
        if (cuts && moment == Moment.BEFORE_THE_SERVER_HEARS) {
          return;
        }
        silent.set(cuts);
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        if (cuts) {
          silenced.await(2, TimeUnit.SECONDS); // the server has answered, or has nothing to say
          return;
        }
      }
    } catch (IOException ended) {
      // so does the other side
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answers(
      Socket behind, Socket client, AtomicBoolean silent, CountDownLatch silenced) {
    byte[] some = new byte[8192];
    try (client;
        behind) {
      InputStream in = behind.getInputStream();
      OutputStream out = client.getOutputStream();
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        if (silent.get()) {
          silenced.countDown();
        } else if (hidesIdle) {
          String said = new String(some, 0, read, StandardCharsets.ISO_8859_1);
          out.write(said.replace(" IDLE", " XDLE").getBytes(StandardCharsets.ISO_8859_1));
        } else {
          out.write(some, 0, read);
        }
        out.flush();
      }
    } catch (IOException ended) {
      // so does the other side
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
