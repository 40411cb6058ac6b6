package dev.baton.desk.web.board;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The table of causes, and which of them explains a failure. */
@Component
class FailureCauses {

  private static final String TABLE = "/board/causes.yaml";

  private final List<FailureCause> all = read();

  List<FailureCause> all() {
    return all;
  }

  /**
   * The first whose pattern is found; the last one explains whatever is left.
   *
   * @param message what the step threw; may be null
   * @param trace of which the lines count that name what was thrown; may be empty
   */
  FailureCause of(String message, String trace) {
    String text = message + "\n" + thrown(trace);
    return all.stream()
        .filter(cause -> cause.explains(text))
        .findFirst()
        .orElseGet(() -> all.get(all.size() - 1));
  }

  /** Where it was thrown says less than what: the methods of a healthy mailer name mail, too. */
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
