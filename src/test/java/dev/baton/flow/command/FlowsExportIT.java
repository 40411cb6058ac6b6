package dev.baton.flow.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiDesk;
import dev.baton.engine.release.LiveFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The command {@code flows export}. */
class FlowsExportIT extends ApiDesk {

  @Autowired private JdbcConnectionDetails database;
  @Autowired private LiveFiles live;
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("command", settings));
    PrintStream said = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new FlowsExport(environment, said, said).run(List.of("export", folder.toString()));
  }

  private Map<String, Object> desk() {
    return Map.of(
        "baton.db.url", database.getJdbcUrl(),
        "baton.db.user", database.getUsername(),
        "baton.db.password", database.getPassword());
  }

  private String said() {
    String all = out.toString(StandardCharsets.UTF_8);
    out.reset();
    return all;
  }

  @Test
  void whatIsLiveIsWrittenOnceAndWhatIsNotIsNamed() throws IOException {
    assertThat(run(desk())).isZero();
    assertThat(said()).contains("new      processes/incident-lifecycle.bpmn", "files written");
    byte[] lifecycle = Files.readAllBytes(folder.resolve("processes/incident-lifecycle.bpmn"));
    assertThat(live.now().values()).anyMatch(file -> Arrays.equals(file, lifecycle));
    assertThat(folder.resolve("forms/resolve-at-first-line.form")).exists();

    Files.writeString(folder.resolve("processes/priority.dmn"), "<changed/>");
    Files.writeString(folder.resolve("processes/idea.bpmn"), "<idea/>");
    assertThat(run(desk())).isZero();
    assertThat(said())
        .contains("changed  processes/priority.dmn", "not live processes/idea.bpmn")
        .doesNotContain("incident-lifecycle");
    assertThat(run(desk())).isZero();
    assertThat(said()).contains("files are as they are live.");
  }

  @Test
  void withoutADeskItSaysWhatIsMissing() {
    assertThat(run(Map.of("baton.db.url", ""))).isEqualTo(2);
    assertThat(said()).contains("BATON_DB_URL");
    assertThat(run(Map.of("baton.db.url", "jdbc:mariadb://127.0.0.1:9/baton"))).isEqualTo(1);
    assertThat(said()).contains("Nothing more is written");
  }
}
