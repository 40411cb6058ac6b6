package dev.baton.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request that does not say how long its body is; counted as it is read. */
final class CountedRequest extends HttpServletRequestWrapper {

  /** Answers a body that is too large. */
  interface Refusal {
    void answer() throws IOException;
  }

  private final long limit;
  private final Refusal refusal;
  private CountedStream stream;
  private BufferedReader reader;

  CountedRequest(HttpServletRequest request, long limit, Refusal refusal) {
    super(request);
    this.limit = limit;
    this.refusal = refusal;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (stream == null) {
      stream = new CountedStream(super.getInputStream());
    }
    return stream;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    if (reader == null) {
      String encoding = getCharacterEncoding();
      reader =
          new BufferedReader(
              new InputStreamReader(
                  getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
    }
    return reader;
  }

  private final class CountedStream extends ServletInputStream {
    private final ServletInputStream body;
    private long read;

    CountedStream(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int some = body.read(bytes, from, length);
      count(Math.max(0, some));
      return some;
    }

    private void count(int more) throws IOException {
      read += more;
      if (read > limit) {
        refusal.answer();
        throw new BodyTooLarge(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
