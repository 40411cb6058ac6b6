package dev.baton.flow.check.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.baton.engine.release.DeploymentLimits;
import dev.baton.engine.release.PackagedRelease;
import dev.baton.engine.release.ReleaseInspection;
import dev.baton.engine.release.ReleaseReview;
import dev.baton.web.text.RefusalTexts;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks the flows, tables and forms of a folder, completed by those that come with Baton. */
public final class FlowsCheck {

  private static final int OK = 0;
  private static final int ERRORS = 1;
  private static final int WRONG_USE = 2;

  private static final String USAGE =
      """
      Usage: java -jar baton.jar flows check DIR [--json]

      Checks the flows (.bpmn), decision tables (.dmn) and forms (.form) of a folder and its
      sub-folders as a deployment does, and deploys nothing. Hidden folders, "fragments" and
      "target" are left out. What DIR lacks is taken from the release that comes with Baton.

        --json    the answer as JSON, as the API gives it
        --help    this text

      With BATON_DB_URL, BATON_DB_USER and BATON_DB_PASSWORD of a desk, DIR is laid over what is live
      there, the names of its teams, calendars and events are checked as well, and it says what the change would have meant for
      the desk's incidents of the last 30 days. The desk's data are only read.

      Exit code: 0 no errors, 1 errors, 2 wrong usage.
      """;

  private final Class<?> application;
  private final Map<String, Object> settings;
  private final PrintStream out;
  private final PrintStream errors;

  /**
   * @param application in whose package the checks are
   */
  public FlowsCheck(Class<?> application, PrintStream out, PrintStream errors) {
    this(application, Map.of(), out, errors);
  }

  FlowsCheck(
      Class<?> application, Map<String, Object> settings, PrintStream out, PrintStream errors) {
    this.application = application;
    this.settings = settings;
    this.out = out;
    this.errors = errors;
  }

  /** Runs the command; returns the exit code of the program. */
  public int run(List<String> arguments) {
    List<String> words = new ArrayList<>(arguments);
    if (words.contains("--help") || words.contains("-h")) {
      out.print(USAGE);
      return OK;
    }
    boolean asJson = words.remove("--json");
    if (words.size() != 2 || !words.get(0).equals("check") || words.get(1).startsWith("-")) {
      return wrongUse("Say which folder: flows check DIR");
    }
    Path folder = Path.of(words.get(1));
    if (!Files.isDirectory(folder)) {
      return wrongUse("%s is not a folder.".formatted(folder));
    }
    Map<String, byte[]> files = FlowFolder.read(folder);
    if (files.isEmpty()) {
      return wrongUse(
          "There is no .bpmn, .dmn or .form file in %s or its sub-folders.".formatted(folder));
    }
    var tooMuch = DeploymentLimits.exceeded(files.values());
    return tooMuch.isPresent()
        ? wrongUse(RefusalTexts.english(tooMuch.get()))
        : check(folder, files, asJson);
  }

  private int wrongUse(String reason) {
    errors.println(reason);
    errors.println("--help tells how it is called.");
    return WRONG_USE;
  }

  private int check(Path folder, Map<String, byte[]> files, boolean asJson) {
    try (ChecksWithoutDesk checks = ChecksWithoutDesk.open(application, settings)) {
      checks.problem().ifPresent(errors::println);
      ReleaseReview review =
          checks
              .bean(ReleaseInspection.class)
              .inspect(files, checks.live().orElseGet(PackagedRelease::files));
      CheckedFolder checked = CheckedFolder.of(review, files.keySet());
      if (asJson) {
        json(checked);
      } else {
        checked.print(folder.toString(), files.size(), out);
      }
      return checked.errors() > 0 ? ERRORS : OK;
    }
  }

  private void json(CheckedFolder checked) {
    try {
      out.println(
          new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(checked));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
