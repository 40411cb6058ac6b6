package dev.baton.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * A door on 127.0.0.1 whose port stays while what is behind it moves. With nobody behind it, who
 * knocks is turned away; when either side of a connection ends, so does the other.
 */
final class Forwarder implements AutoCloseable {

  private static final int NOBODY = 0;

  private final ServerSocket door;
  private final ExecutorService threads;
  private volatile int target = NOBODY;

  Forwarder() {
    CustomizableThreadFactory names = new CustomizableThreadFactory("forwarder-");
    names.setDaemon(true);
    threads = Executors.newCachedThreadPool(names);
    try {
      door = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on 127.0.0.1", e);
    }
    threads.execute(this::letIn);
  }

  int port() {
    return door.getLocalPort();
  }

  void leadTo(int port) {
    target = port;
  }

  void leadNowhere() {
    target = NOBODY;
  }

  private void letIn() {
    try {
      while (true) {
        Socket client = door.accept();
        threads.execute(() -> join(client));
      }
    } catch (IOException closed) {
      // the end
    }
  }

  private void join(Socket client) {
    int behind = target;
    if (behind == NOBODY) {
      closeBoth(client, client);
      return;
    }
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
      server.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      threads.execute(() -> pass(server, client));
      pass(client, server);
    } catch (IOException notThere) {
      closeBoth(client, client);
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // so does the other side
    } finally {
      closeBoth(from, to);
    }
  }

  private static void closeBoth(Socket one, Socket other) {
    for (Socket socket : new Socket[] {one, other}) {
      try {
        socket.close();
      } catch (IOException closedAlready) {
        // as wanted
      }
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
