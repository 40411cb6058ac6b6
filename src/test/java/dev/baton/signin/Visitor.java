package dev.baton.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Somebody's browser without a screen: keeps cookies, follows nothing, fills in forms. */
public final class Visitor {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String base;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> always = new LinkedHashMap<>();

  public Visitor(int port) {
    base = "http://127.0.0.1:" + port;
  }

  /** What came back. */
  public record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    /** Where it leads, without the address of the desk. */
    String location() {
      String location = header("Location");
      return location == null ? null : location.replaceFirst("^http://127\\.0\\.0\\.1:\\d+", "");
    }

    public JsonNode json() {
      try {
        return JSON.readTree(body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The first group of the pattern in the page. */
    String found(String pattern) {
      Matcher matcher = Pattern.compile(pattern).matcher(body());
      return matcher.find() ? HtmlUtils.htmlUnescape(matcher.group(1)) : null;
    }
  }

  /** Comes from this address, as the proxy in front tells. */
  Visitor from(String address) {
    always.put("X-Forwarded-For", address);
    return this;
  }

  /** Sends name and password with each request. */
  Visitor withPassword(String login, String password) {
    byte[] secret = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
    always.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(secret));
    return this;
  }

  Visitor withToken(String token) {
    always.put("Authorization", "Bearer " + token);
    return this;
  }

  public Visitor withHeader(String name, String value) {
    always.put(name, value);
    return this;
  }

  /** The same browser once more, with its cookies of this moment. */
  Visitor twin() {
    return at(Integer.parseInt(base.substring(base.lastIndexOf(':') + 1)));
  }

  /** The same browser, led to another node. */
  Visitor at(int port) {
    Visitor twin = new Visitor(port);
    twin.cookies.putAll(cookies);
    twin.always.putAll(always);
    return twin;
  }

  String address() {
    return always.get("X-Forwarded-For");
  }

  String cookie(String name) {
    return cookies.get(name);
  }

  /** Opens a page as a browser does. */
  Answer open(String path) {
    return send(request(path).header("Accept", "text/html,application/xhtml+xml").GET());
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Opens the page and sends the form in it. */
  Answer fillIn(String page, String action, String... fields) {
    Matcher token = TOKEN.matcher(open(page).body());
    if (!token.find()) {
      throw new AssertionError("No form at " + page);
    }
    return post(action, HtmlUtils.htmlUnescape(token.group(1)), fields);
  }

  /** Sends a form without looking at the page. */
  Answer post(String action, String csrf, String... fields) {
    Map<String, String> all = new LinkedHashMap<>();
    if (csrf != null) {
      all.put("_csrf", csrf);
    }
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    String body =
        all.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        request(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends JSON as a script of ours does. */
  Answer script(String method, String path, String json) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json));
    if (cookies.containsKey("BATON-CSRF")) {
      request.header("X-BATON-CSRF", cookies.get("BATON-CSRF"));
    }
    return send(request);
  }

  public Answer signIn(String login, String password) {
    return fillIn("/sign-in", "/sign-in", "login", login, "password", password);
  }

  /** Types the password once more, as is asked before anything that outlives the session. */
  Answer confirm(String password) {
    return fillIn("/account/confirm", "/account/confirm", "password", password);
  }

  /** Has this cookie from now on, as if somebody had planted it. */
  Visitor withCookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    always.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(it -> it.getKey() + "=" + it.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return new Answer(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String header) {
    String[] pair = header.split(";", 2)[0].split("=", 2);
    if (pair[1].isEmpty() || header.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }
}
