package dev.baton.notification.internal.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Closes the socket of a thread that talks for too long. The limits that a socket knows count from
 * one byte to the next.
 */
final class SocketDeadlines implements AutoCloseable {

  private final Duration longest;
  private final ThreadLocal<Deadline> current = new ThreadLocal<>();
  private final ScheduledThreadPoolExecutor watch;

  SocketDeadlines(Duration longest) {
    this.longest = longest;
    CustomizableThreadFactory names = new CustomizableThreadFactory("smtp-deadlines-");
    names.setDaemon(true);
    watch = new ScheduledThreadPoolExecutor(1, names);
    watch.setRemoveOnCancelPolicy(true);
  }

  /** From now on, until it is closed, what this thread opens or guards ends at the deadline. */
  Deadline begin() {
    Deadline deadline = new Deadline();
    current.set(deadline);
    return deadline;
  }

  /** Plain sockets, which fall under the deadline of the thread that makes them. */
  SocketFactory sockets() {
    return new GuardedSockets();
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }

  final class Deadline implements AutoCloseable {

    private final Future<?> end =
        watch.schedule(this::expire, longest.toMillis(), TimeUnit.MILLISECONDS);
    private Socket socket;
    private boolean expired;

    synchronized void guard(Socket used) {
      socket = used;
      if (expired) {
        abort();
      }
    }

    /** The socket that the thread opened last. */
    synchronized Socket guarded() {
      return socket;
    }

    private synchronized void expire() {
      expired = true;
      abort();
    }

    private void abort() {
      if (socket != null) {
        try {
          socket.close();
        } catch (IOException alreadyGone) {
          return;
        }
      }
    }

    @Override
    public synchronized void close() {
      end.cancel(false);
      socket = null;
      current.remove();
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
