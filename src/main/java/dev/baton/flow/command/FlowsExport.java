package dev.baton.flow.command;

import dev.baton.engine.StoredLiveFiles;
import dev.baton.engine.release.ModelXml;
import dev.baton.engine.release.ReleaseFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the live release of a desk to a folder, such as that of a Git repository. */
public final class FlowsExport {

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private static final String USAGE =
      """
      Usage: java -jar baton.jar flows export DIR

      Writes the flows and tables that are live on a desk to DIR/processes and the forms to
      DIR/forms, and says which of them have changed there. Other files in DIR stay as they are.
      BATON_DB_URL, BATON_DB_USER and BATON_DB_PASSWORD name the desk's database, which is only read.

      Exit code: 0 done, 1 the database does not answer or the folder cannot be written, 2 wrong
      usage.
      """;

  private final Environment environment;
  private final PrintStream out;
  private final PrintStream errors;

  public FlowsExport(Environment environment, PrintStream out, PrintStream errors) {
    this.environment = environment;
    this.out = out;
    this.errors = errors;
  }

  /** Runs the command; returns the exit code of the program. */
  public int run(List<String> arguments) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      out.print(USAGE);
      return OK;
    }
    if (arguments.size() != 2 || arguments.get(1).startsWith("-")) {
      return wrongUse("Say which folder: flows export DIR");
    }
    if (!DeskDatabase.isNamed(environment)) {
      return wrongUse("Name the desk's database: BATON_DB_URL, BATON_DB_USER, BATON_DB_PASSWORD.");
    }
    try {
      Map<String, byte[]> live =
          new StoredLiveFiles(JdbcClient.create(DeskDatabase.open(environment))).now();
      if (live.isEmpty()) {
        errors.println("No flow is live on this desk yet.");
        return FAILED;
      }
      write(Path.of(arguments.get(1)), live);
      return OK;
    } catch (SQLException | DataAccessException | IOException | UncheckedIOException problem) {
      errors.println("Nothing more is written: " + problem.getMessage());
      return FAILED;
    }
  }

  private int wrongUse(String reason) {
    errors.println(reason);
    errors.println("--help tells how it is called.");
    return WRONG_USE;
  }

  private void write(Path folder, Map<String, byte[]> live) throws IOException {
    Map<Path, byte[]> files = new TreeMap<>();
    ReleaseFolder.of(live).forEach((path, content) -> files.put(folder.resolve(path), content));
    int changed = 0;
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      String state = state(file.getKey(), file.getValue());
      if (state != null) {
        Files.createDirectories(file.getKey().getParent());
        Files.write(file.getKey(), file.getValue());
        out.println(state + " " + folder.relativize(file.getKey()));
        changed++;
      }
    }
    for (Path other : notLive(folder, files)) {
      out.println("not live " + folder.relativize(other));
    }
    out.println(
        changed == 0
            ? "All %d files are as they are live.".formatted(files.size())
            : "%d of %d files written.".formatted(changed, files.size()));
  }

  /** Null if it has this content already. */
  private static String state(Path file, byte[] content) throws IOException {
    if (!Files.exists(file)) {
      return "new     ";
    }
    return Arrays.equals(Files.readAllBytes(file), content) ? null : "changed ";
  }

  private static Iterable<Path> notLive(Path folder, Map<Path, byte[]> live) throws IOException {
    TreeSet<Path> found = new TreeSet<>();
    for (String name : List.of("processes", "forms")) {
      Path part = folder.resolve(name);
      if (Files.isDirectory(part)) {
        try (Stream<Path> files = Files.list(part)) {
          files
              .filter(file -> ModelXml.isModel(file.toString()) || ModelXml.isForm(file.toString()))
              .filter(file -> !live.containsKey(file))
              .forEach(found::add);
        }
      }
    }
    return found;
  }
}
