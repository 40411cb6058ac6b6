package dev.baton.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import dev.baton.desk.PagesDesk;
import dev.baton.sla.agreement.PublishedAgreements;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager at the forms of calendars and agreements. */
abstract class AgreementPagesDesk extends PagesDesk {

  static final String CALENDARS = "/desk/admin/calendars";
  static final String AGREEMENTS = "/desk/admin/agreements";

  @Autowired PublishedAgreements published;

  ApiClient manager;

  @BeforeEach
  void signIn() {
    clients.registerService(clients.find("globex").orElseThrow().id(), "mail", "Mail");
    clients.registerService(clients.find("globex").orElseThrow().id(), "print", "Print");
    manager = agent.as("service-desk-manager");
  }

  int published(Document checked) {
    return publish(checked).status();
  }

  Answer publish(Document checked) {
    Element form = checked.getElementById("publish").closest("form");
    return send(
        manager,
        form.attr("action"),
        "seen",
        form.select("[name=seen]").val(),
        "yaml",
        form.select("[name=yaml]").first().wholeText());
  }

  void imported(String yaml) {
    Answer answer = document(yaml);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
  }

  Answer document(String yaml) {
    return manager.send(
        manager
            .request("/api/v1/agreements/document")
            .setHeader("Content-Type", "application/yaml")
            .POST(HttpRequest.BodyPublishers.ofString(yaml, StandardCharsets.UTF_8)));
  }

  Answer post(String path, Map<String, String> form) {
    return postIn("en", path, form);
  }

  Answer postIn(String language, String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return manager.send(
        manager
            .request(path)
            .setHeader("Content-Type", "application/x-www-form-urlencoded")
            .setHeader("Accept-Language", language)
            .setHeader("X-BATON-CSRF", "any")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static Document page(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  /** What a browser would send of the form that is checked. */
  static Map<String, String> fields(Document page) {
    Map<String, String> fields = new LinkedHashMap<>();
    page.getElementById("check")
        .closest("form")
        .select("[name]")
        .forEach(
            field -> {
              boolean isOff = field.attr("type").equals("checkbox") && !field.hasAttr("checked");
              if (!isOff && !field.attr("name").equals("_csrf")) {
                fields.put(field.attr("name"), value(field));
              }
            });
    return fields;
  }

  static String value(Element field) {
    if (!field.tagName().equals("select")) {
      return field.val();
    }
    Element chosen = field.selectFirst("option[selected]");
    return (chosen == null ? field.selectFirst("option") : chosen).val();
  }

  static Map<String, String> without(Map<String, String> fields, String... names) {
    Map<String, String> rest = new LinkedHashMap<>(fields);
    rest.keySet().removeAll(List.of(names));
    return rest;
  }

  String german(String path) {
    return manager.send(manager.request(path).setHeader("Accept-Language", "de").GET()).body();
  }
}
