package dev.baton.api;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Sends a deployment as Modeler does. */
final class Deployments {

  private static final String BOUNDARY = "----baton";

  /** The head of a part has room for a long name once. */
  private static final int LONG_NAME = 200;

  private Deployments() {}

  static ApiClient.Answer deploy(ApiClient somebody, String name, String content) {
    return deploy(somebody, Map.of(name, content));
  }

  /** A file that is the same as in the last deployment of that name is not deployed again. */
  static ApiClient.Answer deployIfChanged(ApiClient somebody, String name, String content) {
    return send(somebody, field("enable-duplicate-filtering", "true"), Map.of(name, content));
  }

  /** Several files at once, by their names. */
  static ApiClient.Answer deploy(ApiClient somebody, Map<String, String> files) {
    return send(somebody, "", files);
  }

  private static String field(String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, value);
  }

  private static ApiClient.Answer send(
      ApiClient somebody, String fields, Map<String, String> files) {
    StringBuilder parts = new StringBuilder(field("deployment-name", "test") + fields);
    files.forEach(
        (name, content) ->
            parts
                .append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\""
                        .formatted(BOUNDARY, name.length() > LONG_NAME ? "file" : name))
                .append("; filename=\"%s\"\r\nContent-Type: text/xml\r\n\r\n".formatted(name))
                .append(content)
                .append("\r\n"));
    String body = parts.append("--%s--\r\n".formatted(BOUNDARY)).toString();
    return somebody.send(
        somebody
            .request("/engine-rest/deployment/create")
            .setHeader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }
}
