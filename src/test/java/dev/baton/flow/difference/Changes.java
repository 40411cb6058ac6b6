package dev.baton.flow.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shipped release with a change, for the tests of differences. */
final class Changes {

  private Changes() {}

  static Map<String, byte[]> shipped() {
    Map<String, byte[]> files = new HashMap<>();
    for (String folder : List.of("processes", "forms")) {
      try (Stream<Path> all = Files.list(Path.of(folder))) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(file.toString().replace('\\', '/'), Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(folder, e);
      }
    }
    return files;
  }

  static List<FileDifference> between(String file, UnaryOperator<String> edit) {
    Map<String, byte[]> after = shipped();
    String text = new String(after.get(file), StandardCharsets.UTF_8);
    String edited = edit.apply(text);
    assertThat(edited).isNotEqualTo(text);
    after.put(file, edited.getBytes(StandardCharsets.UTF_8));
    return ReleaseDifferences.between(shipped(), after);
  }

  /** What differs if a text is replaced at its first place. */
  static FileDifference onlyFile(String file, String text, String replacement) {
    List<FileDifference> files =
        between(
            file,
            all -> all.replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(replacement)));
    assertThat(files).hasSize(1);
    return files.get(0);
  }

  /** Puts text before a piece that must be there exactly once. */
  static String before(String text, String piece, String added) {
    assertThat(text.split(Pattern.quote(piece), -1)).as(piece).hasSize(2);
    return text.replace(piece, added + piece);
  }
}
