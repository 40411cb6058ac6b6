package dev.baton.flow.check.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.BatonApplication;
import dev.baton.api.ApiDesk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** The command {@code flows check} with the database of a desk. */
class FlowsCheckWithDeskIT extends ApiDesk {

  @Autowired private JdbcConnectionDetails database;
  @Autowired private RepositoryService repositoryService;
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String url) {
    PrintStream said = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new FlowsCheck(
            BatonApplication.class,
            Map.of(
                "baton.db.url", url,
                "baton.db.user", database.getUsername(),
                "baton.db.password", database.getPassword()),
            said,
            said)
        .run(List.of("check", folder.toString()));
  }

  private void edited(String file, String text, String replacement) throws IOException {
    String shipped = Files.readString(Path.of("processes", file));
    assertThat(shipped).contains(text);
    Files.writeString(folder.resolve(file), shipped.replace(text, replacement));
  }

  @Test
  void theDesksTeamsAreKnown() throws IOException {
    edited("routing.dmn", "\"network\"", "\"netwrok\"");

    assertThat(run(database.getJdbcUrl())).isEqualTo(1);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"netwrok\" is not a team of this desk", "Did you mean \"network\"?")
        .doesNotContain("Not checked here: teams", "calendars");
  }

  @Test
  void aChangedTableSaysWhatWouldChangeForTheDesksIncidents() throws IOException {
    newIncident("Before the table changes");
    edited(
        "priority.dmn",
        "<text>matrixPriority</text>\n        </outputEntry>",
        "<text>if matrixPriority = \"P2\" then \"P1\" else matrixPriority</text>\n"
            + "        </outputEntry>");

    assertThat(run(database.getJdbcUrl())).as(out.toString(StandardCharsets.UTF_8)).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("What would change", "of the last 30 days would be P1 instead of P2");
  }

  @Test
  void whatIsLiveOnTheDeskIsWhatTheFolderIsLaidOver() throws IOException {
    edited("routing.dmn", "\"network\"", "\"netwrok\"");
    String deployed =
        repositoryService
            .createDeployment()
            .addString("processes/routing.dmn", Files.readString(folder.resolve("routing.dmn")))
            .deploy()
            .getId();
    try {
      assertThat(run(database.getJdbcUrl())).as(out.toString(StandardCharsets.UTF_8)).isZero();
    } finally {
      repositoryService.deleteDeployment(deployed, true);
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsSaid() throws IOException {
    edited("routing.dmn", "\"network\"", "\"netwrok\"");

    assertThat(run("jdbc:mariadb://127.0.0.1:9/baton")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("does not answer", "Not checked here: ", "teams");
  }
}
