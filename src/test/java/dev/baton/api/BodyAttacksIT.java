package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are too large, too deep, or none at all; each is refused with words, none fails. */
class BodyAttacksIT extends ApiDesk {

  private static final String INCIDENTS = "/api/v1/incidents";

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("deep arrays", "[".repeat(100_000)),
        Arguments.of("deep objects", "{\"a\":".repeat(100_000)),
        Arguments.of("deep inside a field", "{\"subject\":" + "[".repeat(5_000)),
        Arguments.of("not closed", "{\"subject\": \"x"),
        Arguments.of("no object", "[]"),
        Arguments.of("a number", "1"),
        Arguments.of("nothing", ""),
        Arguments.of("null", "null"),
        Arguments.of("a number of many digits", "{\"subject\": " + "9".repeat(5_000) + "}"),
        Arguments.of("a huge exponent", "{\"subject\": 1e999999999}"),
        Arguments.of("something behind it", report("x") + "}"),
        Arguments.of("a name twice over", "{\"subject\": {\"subject\": {}}}"),
        Arguments.of("a class", "{\"@class\": \"java.lang.Runtime\", \"subject\": \"x\"}"),
        Arguments.of("a prototype", "{\"__proto__\": {\"admin\": true}, \"subject\": \"x\"}"),
        Arguments.of("zero bytes", "{\"subject\": \"a\u0000b\"}"),
        Arguments.of("comments", "/* x */ {\"subject\": \"x\"}"),
        Arguments.of("XML", "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><x>&f;</x>"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void aBrokenBodyIsRefusedInWords(String what, String body) {
    for (String path : new String[] {INCIDENTS, "/api/v1/contacts", INCIDENTS + "/INC-1/hold"}) {
      ApiClient.Answer answer = agent.post(path, body);

      assertThat(answer.status()).as(answer.body()).isIn(400, 404, 422);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.body()).doesNotContain("root:", "Exception", "com.fasterxml");
    }
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] bytes = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', (byte) 0xFF, '}'};

    ApiClient.Answer answer =
        agent.send(
            agent
                .request(INCIDENTS)
                .setHeader("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void aBodyThatIsTooLargeIsNotRead() {
    String large = "{\"subject\": \"" + "x".repeat(2_000_000) + "\"}";
    assertThat(agent.post(INCIDENTS, large).status()).isEqualTo(413);

    byte[] bytes = large.getBytes(StandardCharsets.UTF_8);
    ApiClient.Answer unsized =
        agent.send(
            agent
                .request(INCIDENTS)
                .setHeader("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(bytes))));
    assertThat(unsized.status()).isEqualTo(413);
  }

  @Test
  void textsThatAreTooLongAreRefusedByName() {
    String answer =
        agent
            .post(
                INCIDENTS,
                report("x".repeat(201)).replace("\"network\"", "\"" + "c".repeat(61) + "\""))
            .body();

    assertThat(answer).contains("\"subject\"", "\"category\"");
  }

  @Test
  void aTypeThatIsNotExpectedIsRefused() {
    for (String type :
        new String[] {
          "text/plain",
          "application/x-www-form-urlencoded",
          "text/xml",
          "multipart/form-data; boundary=x",
          "application/x-java-serialized-object",
          "nonsense"
        }) {
      ApiClient.Answer answer =
          agent.send(
              agent
                  .request(INCIDENTS)
                  .setHeader("Content-Type", type)
                  .POST(HttpRequest.BodyPublishers.ofString(report("Typed"))));
      assertThat(answer.status()).as(type).isIn(400, 415);
    }
  }

  @Test
  void anAlarmThatIsTooDeepIsRefusedToo() {
    ApiClient.Answer answer = nobody().post("/api/v1/monitoring/nagios", "[".repeat(50_000));

    assertThat(answer.status()).isIn(400, 401, 404);
  }

  @Test
  void listsWithoutMeasureAreRefused() {
    for (String query :
        new String[] {
          "size=1000000",
          "size=-1",
          "page=-1",
          "page=99999999999999999999",
          "size=1e2",
          "sort=password,asc",
          "sort=openedAt;drop%20table%20incident",
          "status=OPEN%27"
        }) {
      assertThat(agent.get(INCIDENTS + "?" + query).status()).as(query).isEqualTo(422);
    }
    assertThat(agent.get(INCIDENTS + "?q=" + "x".repeat(5_000)).status()).isIn(400, 414, 422);
  }
}
