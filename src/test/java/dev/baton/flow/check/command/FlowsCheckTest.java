package dev.baton.flow.check.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.BatonApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code flows check}, without a desk. */
class FlowsCheckTest {

  private static final String LIFECYCLE = "incident-lifecycle.bpmn";

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    return new FlowsCheck(
            BatonApplication.class,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private void edited(String file, String text, String replacement) throws IOException {
    String shipped = Files.readString(Path.of("processes", file));
    assertThat(shipped).contains(text);
    Files.writeString(folder.resolve(file), shipped.replace(text, replacement));
  }

  @Test
  void thePackagedReleaseHasNeitherErrorsNorWarnings() {
    assertThat(run("check", ".")).as(said()).isZero();

    assertThat(said()).contains("0 errors, 0 warnings.").contains("Not checked here: ", "teams");
  }

  @Test
  void aMistakeIsSaidWithLabelIdAndRemedyAndTheRestIsTakenFromThePackagedRelease()
      throws IOException {
    edited(LIFECYCLE, "formRef=\"resolve-at-first-line\"", "formRef=\"resolve-at-line-one\"");

    assertThat(run("check", folder.toString())).isEqualTo(1);

    assertThat(said())
        .contains(LIFECYCLE, "error", "\"Resolve at first line\" (resolveAtFirstLine)")
        .contains("resolve-at-line-one", "Deploy a form with this id")
        .contains("1 file, 1 error, 0 warnings.");
  }

  @Test
  void aWarningRefusesNothing() throws IOException {
    edited(LIFECYCLE, "name=\"Resolve at second line\"", "name=\"Resolve at first line\"");

    assertThat(run("check", folder.toString())).isZero();

    assertThat(said()).contains("warning", "0 errors, 1 warning.");
  }

  @Test
  void teamsThatOnlyADeskKnowsAreNoMistake() throws IOException {
    edited("routing.dmn", "\"network\"", "\"network-of-our-desk\"");

    assertThat(run("check", folder.toString())).as(said()).isZero();
  }

  @Test
  void hiddenFoldersAndFragmentsAreLeftOut() throws IOException {
    for (String name : List.of(".camunda", "fragments", "target", "sub")) {
      Files.createDirectory(folder.resolve(name));
      Files.writeString(folder.resolve(name).resolve("a.bpmn"), "not a model");
    }

    assertThat(run("check", folder.toString())).isEqualTo(1);

    assertThat(said()).contains("sub/a.bpmn", "1 file, 1 error");
  }

  @Test
  void theAnswerIsAlsoGivenAsJson() throws IOException {
    edited(LIFECYCLE, "formRef=\"wait-on-hold\"", "formRef=\"wait-on-holds\"");

    assertThat(run("check", folder.toString(), "--json")).isEqualTo(1);

    JsonNode answer = new ObjectMapper().readTree(said());
    assertThat(answer.get("errors").asInt()).isEqualTo(1);
    assertThat(answer.get("remarks").get(0).get("elementId").asText()).isEqualTo("waitOnHold");
  }

  @Test
  void wrongUseIsExplained() {
    assertThat(run("check")).isEqualTo(2);
    assertThat(run("check", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(run("check", folder.toString())).isEqualTo(2);
    assertThat(run("chek", folder.toString())).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .contains("is not a folder", "no .bpmn, .dmn or .form file", "--help");
    assertThat(run("--help")).isZero();
    assertThat(said()).contains("flows check DIR");
  }
}
