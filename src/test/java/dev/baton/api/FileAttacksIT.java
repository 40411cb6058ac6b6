package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.file.ContactFiles;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Names of files that strangers chose, and paths that lead out of the desk. */
class FileAttacksIT extends ApiDesk {

  private static final byte[] PAGE = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

  @Autowired ContactFiles files;
  @Autowired TransactionTemplate transactions;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../etc/passwd",
        "..\\..\\windows\\system.ini",
        "/etc/passwd",
        "a\r\nSet-Cookie: stolen=1\r\n\r\n<script>alert(1)</script>",
        "a\"; filename=\"b.html",
        "page.html",
        "picture.svg",
        "\u202Egnp.exe",
        "<img src=x onerror=alert(1)>.txt",
        "..",
        "=cmd|'/C calc'!A0.csv",
        "\u0000.txt"
      })
  void aFileIsHandedOutToBeSavedUnderAHarmlessName(String name) {
    String number = newIncident("File");
    long contact =
        agent.get("/api/v1/incidents/" + number + "/contacts").json().at("/0/id").asLong();
    transactions.executeWithoutResult(
        status ->
            files.keep(
                contact,
                new ContactFiles.NewFile(
                    name, "text/html", PAGE.length, "0".repeat(64), null, PAGE)));
    long id = agent.get("/api/v1/incidents/" + number + "/attachments").json().at("/0/id").asLong();

    HttpResponse<String> answer = agent.get("/api/v1/attachments/" + id).response();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox");
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    String disposition = answer.headers().firstValue("Content-Disposition").orElse("");
    assertThat(disposition).startsWith("attachment;");
    assertThat(disposition)
        .doesNotContain("../", "..\\", "/etc", "\"b.html", "\u202E", "%0D", "%0A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/attachments/..%2f..%2f..%2fetc%2fpasswd",
        "/api/v1/attachments/%2e%2e/%2e%2e/etc/passwd",
        "/webjars/..%2f..%2fapplication.yaml",
        "/webjars/%2e%2e/%2e%2e/application.yaml",
        "/desk/..%2f..%2fapplication.yaml",
        "/camunda/app/..%2f..%2f..%2fapplication.yaml",
        "/camunda/lib/%2e%2e/%2e%2e/%2e%2e/application.yaml",
        "/outbox/..%2f..%2fetc%2fpasswd",
        "/api/v1/incidents;a=b/..;/..;/actuator/env",
        "/..;/actuator/env",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//evil.example/%2f..",
        "/actuator/env",
        "/actuator/heapdump",
        "/META-INF/processes.xml",
        "/application.yaml",
        "/db/migration/V45__audit_trail.sql"
      })
  void noPathLeadsOutOfTheDesk(String path) {
    ApiClient.Answer answer = agent.as("admin").get(path);

    assertThat(answer.status()).as(answer.body()).isIn(302, 303, 400, 401, 403, 404);
    assertThat(answer.body()).doesNotContain("root:", "datasource", "create table");
    assertThat(String.valueOf(answer.header("Location"))).doesNotContain("evil.example");
  }

  @Test
  void aFileOfANumberThatIsNoneIsNotThere() {
    for (String id :
        new String[] {"0", "-1", "999999999", "9223372036854775807", "1e3", "x", "1'"}) {
      assertThat(agent.get("/api/v1/attachments/" + id).status()).as(id).isIn(404, 422);
    }
  }
}
