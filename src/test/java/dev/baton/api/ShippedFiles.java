package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The shipped flows, tables and forms, for tests that edit them as an owner would. */
final class ShippedFiles {

  private ShippedFiles() {}

  /** The text of the file with this name, such as {@code priority.dmn}. */
  static String text(String name) {
    Path folder = Path.of(name.endsWith(".form") ? "forms" : "processes");
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with one piece replaced, which must be there exactly once. */
  static String replaced(String text, String piece, String by) {
    assertThat(text.split(Pattern.quote(piece), -1)).as(piece).hasSize(2);
    return text.replace(piece, by);
  }

  /** Adds text behind a piece that must be there exactly once. */
  static String after(String text, String piece, String added) {
    return replaced(text, piece, piece + added);
  }
}
