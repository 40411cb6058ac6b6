package dev.baton.flow.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The models and forms as they lie in the repository. */
public final class ModelFiles {

  public static final Path PROCESSES = Path.of("processes");
  public static final Path FORMS = Path.of("forms");

  private ModelFiles() {}

  public static List<Path> flows() {
    return in(PROCESSES, ".bpmn");
  }

  /** Parts of flows to copy; they are not deployed. */
  public static List<Path> fragments() {
    return in(PROCESSES.resolve("fragments"), ".bpmn");
  }

  static List<Path> decisions() {
    return in(PROCESSES, ".dmn");
  }

  static List<Path> forms() {
    return in(FORMS, ".form");
  }

  /** What the file says. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  public static List<Path> in(Path folder, String suffix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder.toAbsolutePath(), e);
    }
  }
}
