package dev.baton.desk;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiDesk;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** The desk as its pages show it: forms are sent as the pages' own script sends them. */
public abstract class PagesDesk extends ApiDesk {

  private static final String BOUNDARY = "a-boundary-of-parts";

  /** What each page brings that people wrote, if somebody wrote this. */
  protected static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>";

  protected static String pageOf(String number) {
    return "/desk/incidents/" + number;
  }

  /** Sends an urlencoded form; fields are names and values in turn. */
  protected static ApiClient.Answer send(ApiClient who, String path, String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return who.send(
        who.request(path)
            .setHeader("Content-Type", "application/x-www-form-urlencoded")
            .setHeader("X-BATON-CSRF", "any")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** Writes on the incident; with a file, if a name is given. */
  static ApiClient.Answer write(
      ApiClient who, String number, String kind, String text, String once, String fileName) {
    return write(who, number, kind, text, once, fileName, "The log of the printer.");
  }

  /** Sends a reply and lets something follow from it; further fields are names and values. */
  static ApiClient.Answer replyAnd(
      ApiClient who, String number, String then, String text, String once, String... fields) {
    StringBuilder body = new StringBuilder();
    part(body, "then", then);
    for (int i = 0; i < fields.length; i += 2) {
      part(body, fields[i], fields[i + 1]);
    }
    return write(body, who, number, "REPLY", text, once, null, null);
  }

  static ApiClient.Answer write(
      ApiClient who,
      String number,
      String kind,
      String text,
      String once,
      String fileName,
      String content) {
    return write(new StringBuilder(), who, number, kind, text, once, fileName, content);
  }

  private static ApiClient.Answer write(
      StringBuilder body,
      ApiClient who,
      String number,
      String kind,
      String text,
      String once,
      String fileName,
      String content) {
    part(body, "kind", kind);
    part(body, "text", text);
    if (once != null) {
      part(body, "once", once);
    }
    if (fileName != null) {
      body.append(
              "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
          .append(fileName.replace("\"", "%22"))
          .append("\"\r\nContent-Type: text/plain\r\n\r\n")
          .append(content)
          .append("\r\n");
    }
    body.append("--" + BOUNDARY + "--\r\n");
    return who.send(
        who.request(pageOf(number) + "/messages")
            .setHeader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .setHeader("X-BATON-CSRF", "any")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private static void part(StringBuilder body, String name, String value) {
    body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"")
        .append("\r\n\r\n" + value + "\r\n");
  }
}
