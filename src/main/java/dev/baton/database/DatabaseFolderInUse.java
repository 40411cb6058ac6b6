package dev.baton.database;

import java.nio.file.Path;

/** Another running Baton holds the data folder. Nothing in the folder was touched. */
public class DatabaseFolderInUse extends UnusableDatabase {

  private static final long serialVersionUID = 1L;

  DatabaseFolderInUse(Path folder, String holder) {
    super(
        "The data folder %s is in use by the process with pid %s.".formatted(folder, holder),
        "Stop that process first, or set baton.data to another folder.");
  }
}
