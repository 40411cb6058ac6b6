package dev.baton.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.database.EmbeddedMariaDb.Options;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbTest {

  @TempDir Path folder;

  @Test
  void a_restart_keeps_the_data() throws SQLException {
    try (EmbeddedMariaDb server = EmbeddedMariaDb.start(folder, Options.lasting())) {
      writeDown(server, "before");
    }
    try (EmbeddedMariaDb server = EmbeddedMariaDb.start(folder, Options.lasting())) {
      assertThat(whatIsWritten(server)).isEqualTo("before");
    }
  }

  @Test
  void a_second_start_on_the_folder_is_refused_by_name_and_pid_and_harms_nothing()
      throws SQLException {
    try (EmbeddedMariaDb server = EmbeddedMariaDb.start(folder, Options.scratch())) {
      writeDown(server, "mine");

      assertThatThrownBy(() -> EmbeddedMariaDb.start(folder, Options.scratch()))
          .isInstanceOf(DatabaseFolderInUse.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("pid " + ProcessHandle.current().pid());

      assertThat(whatIsWritten(server)).isEqualTo("mine");
    }
  }

  @Test
  void another_server_that_starts_leaves_the_temporary_tables_of_this_one(@TempDir Path elsewhere)
      throws SQLException {
    try (EmbeddedMariaDb server = EmbeddedMariaDb.start(folder, Options.scratch())) {
      writeDown(server, "mine");
      try (Connection connection = connect(server);
          Statement statement = connection.createStatement()) {
        statement.execute("create temporary table passing (line int) engine = Aria");
        EmbeddedMariaDb.start(elsewhere, Options.scratch()).close();
        statement.execute("insert into passing values (1)");
        statement.execute("drop temporary table passing");
      }
    }
  }

  @Test
  void after_a_killed_baton_the_left_over_server_is_stopped_and_the_data_are_there()
      throws Exception {
    Process baton = runBatonThatWrites("survives");
    ProcessHandle orphan =
        ProcessHandle.of(
                Long.parseLong(Files.readString(folder.resolve("mariadb/mariadb.pid")).strip()))
            .orElseThrow();
    baton.destroyForcibly().waitFor();
    assertThat(orphan.isAlive()).isTrue();

    try (EmbeddedMariaDb server = EmbeddedMariaDb.start(folder, Options.lasting())) {
      assertThat(whatIsWritten(server)).isEqualTo("survives");
      assertThat(orphan.isAlive()).isFalse();
    }
  }

  @Test
  void after_a_power_cut_a_strange_process_with_the_old_pid_is_left_alone() throws Exception {
    try (EmbeddedMariaDb server = EmbeddedMariaDb.start(folder, Options.lasting())) {
      writeDown(server, "committed");
      ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
      process.destroyForcibly();
      process.onExit().join();
    }
    Files.writeString(folder.resolve("mariadb/mariadb.pid"), "" + ProcessHandle.current().pid());

    try (EmbeddedMariaDb server = EmbeddedMariaDb.start(folder, Options.lasting())) {
      assertThat(whatIsWritten(server)).isEqualTo("committed");
    }
  }

  @Test
  void only_its_own_password_opens_it() {
    try (EmbeddedMariaDb server = EmbeddedMariaDb.start(folder, Options.scratch())) {
      for (String user : new String[] {"baton", "root", ""}) {
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(""), user, ""))
            .isInstanceOf(SQLException.class);
      }
    }
  }

  private Process runBatonThatWrites(String text) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Baton.class.getName(),
                folder.toString(),
                text)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line;
    do {
      line = output.readLine();
    } while (line != null && !line.equals(Baton.WRITTEN));
    assertThat(line).isEqualTo(Baton.WRITTEN);
    return process;
  }

  /** A process with a database, to be killed. */
  static final class Baton {

    static final String WRITTEN = "written";

    public static void main(String[] arguments) throws Exception {
      EmbeddedMariaDb server = EmbeddedMariaDb.start(Path.of(arguments[0]), Options.lasting());
      writeDown(server, arguments[1]);
      System.out.println(WRITTEN);
      Thread.currentThread().join();
    }
  }

  private static void writeDown(EmbeddedMariaDb server, String text) throws SQLException {
    server.createSchema("notes");
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute("create table note (text varchar(40))");
      statement.execute("insert into note values ('" + text + "')");
    }
  }

  private static String whatIsWritten(EmbeddedMariaDb server) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select text from note")) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connect(EmbeddedMariaDb server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl("notes"), server.user(), server.password());
  }
}
