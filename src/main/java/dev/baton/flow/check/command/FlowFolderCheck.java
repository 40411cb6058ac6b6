package dev.baton.flow.check.command;

import dev.baton.engine.release.ReleaseInspection;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** The checks of {@code flows check}, for commands that go on with the files of a folder. */
public final class FlowFolderCheck {

  /** The scratch databases of these commands are none of a desk. */
  private static final Map<String, Object> NO_DESK = Map.of("baton.db.url", "");

  private FlowFolderCheck() {}

  /**
   * Prints the remarks, if there are any, and returns whether an error is among them.
   *
   * @param application in whose package the checks are
   * @param live what the files are laid over
   */
  public static boolean hasErrors(
      Class<?> application,
      Path folder,
      Map<String, byte[]> files,
      Map<String, byte[]> live,
      PrintStream out) {
    try (ChecksWithoutDesk checks = ChecksWithoutDesk.open(application, NO_DESK)) {
      CheckedFolder checked =
          CheckedFolder.of(
              checks.bean(ReleaseInspection.class).inspect(files, live), files.keySet());
      if (!checked.remarks().isEmpty()) {
        checked.print(folder.toString(), files.size(), out);
      }
      return checked.errors() > 0;
    }
  }
}
