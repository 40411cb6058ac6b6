package dev.baton.desk.web.board;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The table of causes, which explains failures. */
@Component
class FailureCauses {

  private static final String TABLE = "/board/causes.yaml";

  private final List<FailureCause> all = read();

  List<FailureCause> all() {
    return all;
  }

  /**
   * Returns the first cause with a matching pattern; the last one matches everything.
   *
   * @param message what the step threw; may be null
   * @param trace only lines that name an exception count; may be empty
   */
  FailureCause of(String message, String trace) {
    String text = message + "\n" + thrown(trace);
    return all.stream()
        .filter(cause -> cause.explains(text))
        .findFirst()
        .orElseGet(() -> all.get(all.size() - 1));
  }

  /** The stack frames are ignored: the methods of a healthy mailer contain "mail", too. */
  private static String thrown(String trace) {
    return trace
        .lines()
        .filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t... "))
        .collect(Collectors.joining("\n"));
  }

  private static List<FailureCause> read() {
    try (InputStream table = FailureCauses.class.getResourceAsStream(TABLE)) {
      return List.copyOf(
          new YAMLMapper().readValue(table, new TypeReference<List<FailureCause>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE + " cannot be read", e);
    }
  }
}
