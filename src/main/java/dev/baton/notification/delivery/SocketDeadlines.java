package dev.baton.notification.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/**
 * Closes the sockets of a thread that talks to a mail server for too long. A socket's own timeouts
 * only cover the gap between one byte and the next.
 */
public final class SocketDeadlines implements AutoCloseable {

  private final ThreadLocal<Deadline> current = new ThreadLocal<>();
  private final ScheduledThreadPoolExecutor watch;

  /**
   * @param name the name of the thread that closes them
   */
  public SocketDeadlines(String name) {
    watch =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    watch.setRemoveOnCancelPolicy(true);
  }

  /** Starts a deadline for everything this thread opens or guards, until the deadline is closed. */
  public Deadline begin(Duration longest) {
    Deadline deadline = new Deadline(longest, current.get());
    current.set(deadline);
    return deadline;
  }

  /** Plain sockets, subject to the deadline of the thread that creates them. */
  public SocketFactory sockets() {
    return new GuardedSockets();
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }

  /** The time a thread has for its work with sockets. */
  public final class Deadline implements AutoCloseable {

    private final Deadline outer;
    private final Future<?> end;
    private final List<Socket> sockets = new ArrayList<>();
    private boolean expired;

    private Deadline(Duration longest, Deadline outer) {
      this.outer = outer;
      this.end = watch.schedule(this::expire, longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    public synchronized void guard(Socket used) {
      sockets.add(used);
      if (expired) {
        abort(used);
      }
    }

    public void guardAll(Collection<Socket> used) {
      used.forEach(this::guard);
    }

    /** The sockets opened or guarded since the deadline began, newest last. */
    public synchronized List<Socket> guarded() {
      return List.copyOf(sockets);
    }

    public synchronized boolean hasExpired() {
      return expired;
    }

    private synchronized void expire() {
      expired = true;
      sockets.forEach(Deadline.this::abort);
    }

    private void abort(Socket socket) {
      try {
        socket.close();
      } catch (IOException alreadyGone) {
        return;
      }
    }

    @Override
    public synchronized void close() {
      end.cancel(false);
      sockets.clear();
      if (outer == null) {
        current.remove();
      } else {
        current.set(outer);
      }
    }
  }

  private final class GuardedSockets extends SocketFactory {

    @Override
    public Socket createSocket() {
      Socket socket = new Socket();
      Deadline deadline = current.get();
      if (deadline != null) {
        deadline.guard(socket);
      }
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      throw unconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      throw unconnected();
    }

    private static IOException unconnected() {
      return new IOException("Connecting has no limit of time this way.");
    }
  }
}
