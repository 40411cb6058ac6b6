package dev.baton.api;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** Sends a deployment as Modeler does. */
final class Deployments {

  private static final String BOUNDARY = "----baton";

  private Deployments() {}

  static ApiClient.Answer deploy(ApiClient somebody, String name, String content) {
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\ntest\r\n"
                .formatted(BOUNDARY)
            + "--%s\r\nContent-Disposition: form-data; name=\"data\"; filename=\"%s\"\r\n"
                .formatted(BOUNDARY, name)
            + "Content-Type: text/xml\r\n\r\n"
            + content
            + "\r\n--%s--\r\n".formatted(BOUNDARY);
    return somebody.send(
        somebody
            .request("/engine-rest/deployment/create")
            .setHeader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }
}
