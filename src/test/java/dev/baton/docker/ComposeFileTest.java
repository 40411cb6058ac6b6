package dev.baton.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The promises of the compose file that a careless change would break unnoticed. */
class ComposeFileTest {

  private static final Path COMPOSE = Path.of("docker/compose.yaml");
  private static final Path EXAMPLE = Path.of("docker/.env.example");

  @Test
  void theExampleExplainsEveryVariableAndNoOther() throws IOException {
    assertThat(names("\\$\\{([A-Z_]+)", COMPOSE)).isEqualTo(names("(?m)^#?([A-Z_]+)=", EXAMPLE));
  }

  @Test
  void theExampleHoldsNoPassword() throws IOException {
    assertThat(Files.readAllLines(EXAMPLE))
        .filteredOn(line -> line.contains("PASSWORD="))
        .hasSize(5)
        .allMatch(line -> line.endsWith("="));
  }

  @Test
  void everyPasswordComesFromTheEnvironmentAndHasNoDefault() throws IOException {
    for (String service : List.of("app", "db")) {
      assertThat(map(service(service), "environment"))
          .allSatisfy(
              (name, value) -> {
                if (name.endsWith("PASSWORD")) {
                  assertThat(value.toString()).matches("\\$\\{BATON_[A-Z_]+PASSWORD(:-|:\\?.+)}");
                }
              });
    }
  }

  @Test
  void theDatabaseIsReachedByTheApplicationAlone() throws IOException {
    assertThat(service("db")).doesNotContainKey("ports").containsEntry("networks", List.of("back"));
    assertThat(map(map(compose(), "networks"), "back")).containsEntry("internal", true);
  }

  @Test
  void theApplicationWaitsForAHealthyDatabase() throws IOException {
    assertThat(map(map(service("app"), "depends_on"), "db"))
        .containsEntry("condition", "service_healthy");
    assertThat(service("db")).containsKey("healthcheck");
  }

  @Test
  void theDatabaseReadsCommittedRowsKeepsEveryCharacterAndIsDurableOnReply() throws IOException {
    assertThat(service("db"))
        .extractingByKey("command")
        .asInstanceOf(list(String.class))
        .contains(
            "--transaction-isolation=READ-COMMITTED",
            "--character-set-server=utf8mb4",
            "--innodb-flush-log-at-trx-commit=1",
            "--default-time-zone=+00:00");
  }

  private static Map<String, Object> service(String name) throws IOException {
    return map(map(compose(), "services"), name);
  }

  private static Map<String, Object> compose() throws IOException {
    try (Reader reader = Files.newBufferedReader(COMPOSE)) {
      return new Yaml().load(reader);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> parent, String key) {
    return (Map<String, Object>) parent.get(key);
  }

  private static Set<String> names(String pattern, Path file) throws IOException {
    Set<String> names = new TreeSet<>();
    Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .forEach(match -> names.add(match.group(1)));
    return names;
  }
}
