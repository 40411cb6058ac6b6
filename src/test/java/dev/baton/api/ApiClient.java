package dev.baton.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.StreamSupport;

/** Talks to a desk over HTTP as somebody, or as nobody. */
public record ApiClient(String address, String login, String password) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What came back; the body is null when it is no JSON. */
  public record Answer(HttpResponse<String> response, JsonNode json) {

    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    public String text(String field) {
      return json.path(field).asText(null);
    }

    public String[] fieldsRefused() {
      return StreamSupport.stream(json.path("errors").spliterator(), false)
          .map(error -> error.path("field").asText())
          .toArray(String[]::new);
    }
  }

  public ApiClient as(String somebody) {
    return new ApiClient(address, somebody, ApiDesk.PASSWORD);
  }

  public ApiClient as(String somebody, String itsPassword) {
    return new ApiClient(address, somebody, itsPassword);
  }

  /** Whoever comes with an API token. */
  public ApiClient withToken(String token) {
    return new ApiClient(address, null, token);
  }

  public ApiClient asNobody() {
    return new ApiClient(address, null, null);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, String json, String... headers) {
    HttpRequest.Builder request =
        request(path).POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
    request.setHeader("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  public Answer put(String path, String json) {
    return send(
        request(path)
            .PUT(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
            .setHeader("Content-Type", "application/json"));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer post(String path) {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
  }

  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    if (login != null) {
      byte[] credentials = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    } else if (password != null) {
      request.header("Authorization", "Bearer " + password);
    }
    return request;
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      boolean isJson =
          response
              .headers()
              .firstValue("Content-Type")
              .filter(it -> it.contains("json"))
              .isPresent();
      return new Answer(response, isJson ? JSON.readTree(response.body()) : null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
