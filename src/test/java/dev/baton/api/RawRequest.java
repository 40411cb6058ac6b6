package dev.baton.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A request written byte by byte, as no well-behaved client would send it. */
final class RawRequest {

  private static final int CHUNK = 64 * 1024;
  private static final int PATIENCE_MILLIS = 20_000;

  private final int port;
  private final String head;

  private RawRequest(int port, String head) {
    this.port = port;
    this.head = head;
  }

  /**
   * What came back.
   *
   * @param text the answer with its head; empty if the server hung up without a word
   * @param sent how many bytes of the body the server let come
   */
  record Reply(String text, long sent) {

    int status() {
      return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
    }

    String header(String name) {
      return text.lines()
          .takeWhile(line -> !line.isEmpty())
          .filter(
              line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse(null);
    }

    String body() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? "" : text.substring(end + 4);
    }
  }

  /** The request line is sent as it is; headers end with CRLF each. */
  static RawRequest to(int port, String requestLine, String... headers) {
    StringBuilder head = new StringBuilder(requestLine).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return new RawRequest(port, head + "Connection: close\r\n");
  }

  Reply withoutBody() {
    return exchange("\r\n", out -> 0L);
  }

  Reply with(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return exchange(
        "Content-Length: " + bytes.length + "\r\n\r\n",
        out -> {
          try {
            out.write(bytes);
            return (long) bytes.length;
          } catch (IOException hungUp) {
            return 0L;
          }
        });
  }

  /** Says how long the body is and sends none of it. */
  Reply announcing(long length) {
    return exchange("Content-Length: " + length + "\r\n\r\n", out -> 0L);
  }

  /**
   * Sends a body in chunks without saying how long it gets, until it has all or the server ends it.
   */
  Reply inChunks(long length) {
    return exchange("Transfer-Encoding: chunked\r\n\r\n", out -> chunks(out, length));
  }

  private static long chunks(OutputStream out, long length) {
    byte[] chunk = new byte[CHUNK];
    Arrays.fill(chunk, (byte) ' ');
    byte[] size = (Integer.toHexString(CHUNK) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] end = {'\r', '\n'};
    long sent = 0;
    try {
      while (sent < length) {
        out.write(size);
        out.write(chunk);
        out.write(end);
        sent += CHUNK;
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException hungUp) {
      return sent;
    }
    return sent;
  }

  private Reply exchange(String restOfHead, Function<OutputStream, Long> body) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      CompletableFuture<String> answer =
          CompletableFuture.supplyAsync(() -> read(socket), task -> new Thread(task).start());
      OutputStream out = socket.getOutputStream();
      out.write((head + restOfHead).getBytes(StandardCharsets.UTF_8));
      out.flush();
      long sent = body.apply(out);
      return new Reply(answer.join(), sent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes what came; whether the answer ends with it, by its length or its last chunk. */
  private static boolean isWhole(ByteArrayOutputStream read, byte[] some, int n) {
    read.write(some, 0, n);
    Reply so = new Reply(read.toString(StandardCharsets.ISO_8859_1), 0);
    String length = so.header("Content-Length");
    return so.text().contains("\r\n\r\n")
        && (length != null
            ? so.body().length() >= Integer.parseInt(length)
            : so.header("Transfer-Encoding") != null && so.body().endsWith("0\r\n\r\n"));
  }

  private static String read(Socket socket) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      InputStream in = socket.getInputStream();
      byte[] some = new byte[8192];
      int n = in.read(some);
      while (n >= 0 && !isWhole(read, some, n)) {
        n = in.read(some);
      }
    } catch (IOException hungUp) {
      // What came before stands.
    }
    return read.toString(StandardCharsets.UTF_8);
  }
}
