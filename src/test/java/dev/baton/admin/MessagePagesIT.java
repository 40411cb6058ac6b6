package dev.baton.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import dev.baton.desk.PagesDesk;
import java.util.Arrays;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events and the texts of messages are kept on pages, with a preview of the mail. */
class MessagePagesIT extends PagesDesk {

  private static final String EVENTS = "/desk/admin/events";
  private static final String MESSAGES = "/desk/admin/messages";
  private static final String PREVIEW = "/desk/admin/message-preview";

  private ApiClient owner;

  @BeforeEach
  void signIn() {
    owner = agent.as("process-owner");
  }

  @Test
  void anEventIsRegisteredWithItsTextsAndRemoved() {
    Answer refused = event("PARTS_ORDERED", "openingDe", "Bestellt: {part}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select("#openingDe-problem").text())
        .contains("{part} is not a placeholder. Known placeholders: assignee, client");
    assertThat(event("parts ordered").body()).contains("code-problem", "such as WORK_BEGUN");
    assertThat(event("RESOLVED").body()).contains("There is one with this name already");

    done(event("PARTS_ORDERED", "openingDe", "Bestellt.\r\nMehr folgt."));
    assertThat(owner.get("/api/v1/notification-events/PARTS_ORDERED/messages").json())
        .singleElement()
        .satisfies(
            text -> assertThat(text.path("opening").asText()).isEqualTo("Bestellt.\nMehr folgt."));

    Document page = page(owner, EVENTS + "/PARTS_ORDERED");
    assertThat(page.select("h1").text()).isEqualTo("Notification events: parts ordered");
    assertThat(page.select("#openingDe").val()).startsWith("Bestellt.");
    assertThat(page.select("#subjectDe-standard q").text()).isEqualTo("Teile bestellt: {title}");
    assertThat(page.select("#openingEn-standard q").text()).contains("There is news");
    assertThat(page(owner, EVENTS + "?q=parts").select("tbody tr").text())
        .isEqualTo("PARTS_ORDERED Parts ordered Incident This desk German");

    done(
        change(
            EVENTS + "/PARTS_ORDERED",
            "nameEn",
            "parts on order",
            "nameDe",
            "Teile bestellt",
            "topic",
            "HOLD",
            "occurrence",
            "ONCE"));
    assertThat(owner.get("/api/v1/notification-events/PARTS_ORDERED/messages").json()).isEmpty();
    assertThat(
            page(agent.as("admin"), EVENTS + "/PARTS_ORDERED")
                .select(".baton-admin-changes")
                .text())
        .contains("nameEn: parts ordered → parts on order", "topic: INCIDENT → HOLD")
        .contains("Template removed in de", "opening: – → Bestellt. Mehr folgt.");
    done(post(owner, EVENTS + "/PARTS_ORDERED/delete"));
    assertThat(owner.get(EVENTS + "/PARTS_ORDERED").status()).isEqualTo(404);
  }

  @Test
  void whatBatonAnnouncesIsShownAndStaysAsItIs() {
    Document page = page(owner, EVENTS + "/RESOLVED");

    assertThat(page.select("#admin-note").text()).contains("Baton announces this event itself");
    assertThat(page.select("#admin-form button[type=submit], .baton-writing-delete")).isEmpty();
    assertThat(page.select("#subjectEn[readonly]").val()).isEqualTo("Resolved: {title}");
    assertThat(page.select("#topic[disabled]")).hasSize(1);
    assertThat(post(owner, EVENTS + "/RESOLVED", "nameEn", "solved").status()).isEqualTo(404);
    assertThat(post(owner, EVENTS + "/RESOLVED/delete").status()).isEqualTo(404);
  }

  @Test
  void onlyWhoKeepsTextsSeesThem() {
    for (String path : new String[] {EVENTS, EVENTS + "/new", MESSAGES, MESSAGES + "?of=globex"}) {
      assertThat(agent.get(path).status()).as(path).isEqualTo(403);
      assertThat(requester.get(path).status()).as(path).isEqualTo(403);
      assertThat(owner.get(path).status()).as(path).isEqualTo(200);
    }
    for (String path : new String[] {PREVIEW, PREVIEW + "/mail", EVENTS + "/new"}) {
      assertThat(post(agent, path).status()).as(path).isEqualTo(403);
      assertThat(post(requester, path).status()).as(path).isEqualTo(403);
    }
  }

  @Test
  void aClientHasTextsOfItsOwnUntilTheStandardOnesAreUsedAgain() {
    ApiClient manager = agent.as("client-relationship-manager");
    String path = MESSAGES + "/globex:CANCELLED:de";
    Document list = page(manager, MESSAGES + "?of=globex&q=cancelled");
    assertThat(list.select("tbody tr").eachText())
        .contains("Cancelled German The globex Standard", "Cancelled English The globex Standard");
    Document blank = page(manager, path);
    assertThat(blank.select("h1").text()).endsWith("Cancelled, German (The globex)");
    assertThat(blank.select("#subject-standard q").text()).isEqualTo("Storniert: {title}");
    assertThat(blank.select("[value=globex][readonly]")).isNotEmpty();

    Answer refused = post(manager, path, "opening", "Aus {wunsch}", "seen", seen(manager, path));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"opening-problem\"", "Aus {wunsch}");
    done(post(manager, path, "opening", "Erledigt.", "seen", seen(manager, path)));

    assertThat(page(manager, MESSAGES + "?q=cancelled").select("tbody tr").text())
        .isEqualTo("Cancelled German The globex Own text");
    assertThat(manager.get(MESSAGES + "/export").body()).contains("globex,CANCELLED,de,,Erledigt.");
    assertThat(page(agent.as("admin"), path).select(".baton-admin-changes").text())
        .contains("Uses its own template for CANCELLED in de: opening: – → Erledigt.");
    assertThat(page(agent.as("admin"), MESSAGES + "/globex:CLOSED:de").text())
        .doesNotContain("for CANCELLED in de");

    Answer back = post(manager, path + "/acts/standard");
    done(back);
    assertThat(page(manager, back.header("Location")).select("#admin-done").text())
        .contains("The client gets the standard text again.");
    assertThat(manager.get("/api/v1/clients/globex/messages").body()).doesNotContain("Erledigt");
    assertThat(manager.get(MESSAGES + "/globex:NONE:de").status()).isEqualTo(404);
    assertThat(page(agent.as("admin"), "/desk/admin/clients/globex").select("a").eachAttr("href"))
        .contains("/desk/admin/messages?of=globex");
  }

  @Test
  void aPreviewShowsTheMailWithARealOrAMadeUpIncident() {
    String number = newIncident("Stuck lift");
    String[] draft = {
      "client", "acme", "event", "CLOSED", "language", "en", "opening", "All <b>done</b>, {title}"
    };

    Document shown = Jsoup.parse(post(owner, PREVIEW, with(draft, "incident", number)).body());
    assertThat(shown.text()).contains(number, "Closed: Stuck lift");
    assertThat(shown.select("iframe[sandbox='']").attr("name"))
        .isEqualTo(shown.select("form").attr("target"))
        .isNotEmpty();
    Answer mail = post(owner, PREVIEW + "/mail", with(draft, "incident", number));
    assertThat(mail.body()).contains("All &lt;b&gt;done&lt;/b&gt;, Stuck lift");
    assertThat(mail.header("Content-Security-Policy"))
        .contains("sandbox", "default-src 'none'", "frame-ancestors 'self'");

    assertThat(post(owner, PREVIEW, with(draft, "incident", "")).body())
        .contains("With a made-up incident", "The printer on the second floor");
    assertThat(post(owner, PREVIEW, with(draft, "incident", "INC-1999-000001")).body())
        .contains("There is no incident INC-1999-000001");
    draft[1] = "globex";
    assertThat(post(owner, PREVIEW, with(draft, "incident", number)).body())
        .contains("There is no incident " + number);
    assertThat(post(owner, PREVIEW, with(draft, "next", "{none}")).body())
        .contains("{none} is not a placeholder");

    Answer event =
        post(
            owner,
            PREVIEW,
            "code",
            "PARTS_",
            "nameDe",
            "Teile bestellt",
            "language",
            "de",
            "openingDe",
            "Bis {next}.");
    assertThat(event.body()).contains("Teile bestellt: Der Drucker im zweiten Stock");
  }

  @Test
  void theCommunicationPlanIsReadInWords() {
    Document english = page(owner, "/desk/admin/plan");
    assertThat(english.select("tbody tr").eachText())
        .hasSizeGreaterThan(20)
        .first(InstanceOfAssertFactories.STRING)
        .isEqualTo("Received Requester Email All At once");
    assertThat(english.select("tbody").text())
        .contains(
            "Email, otherwise Inbox", "Not at night", "Gold", "P3, P4", "Director of operations")
        .doesNotContain("STAKEHOLDERS", "MAJOR_DECLARED", "\"");
    assertThat(english.select("#plan-release").text()).contains("with release");
    assertThat(english.select("#plan-release a").attr("href")).isEqualTo("/desk/flows");
    assertThat(
            page(agent.as("client-relationship-manager"), "/desk/admin/plan")
                .select("#plan-release")
                .text())
        .contains("with release")
        .doesNotContain("Change it");
    assertThat(agent.get("/desk/admin/plan").status()).isEqualTo(403);
    assertThat(
            owner
                .send(owner.request("/desk/admin/plan").setHeader("Accept-Language", "de").GET())
                .body())
        .contains("Kommunikationsplan", "Melder", "Nicht nachts");
  }

  private Answer event(String code, String... more) {
    String[] fields = {
      "code", code,
      "nameEn", "parts ordered",
      "nameDe", "Teile bestellt",
      "topic", "INCIDENT",
      "occurrence", "ONCE"
    };
    return post(owner, EVENTS + "/new", with(fields, more));
  }

  private Answer change(String path, String... fields) {
    return post(owner, path, with(fields, "seen", seen(owner, path)));
  }

  private static String seen(ApiClient who, String path) {
    return page(who, path).select("[name=seen]").val();
  }

  private static String[] with(String[] some, String... more) {
    String[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private static Document page(ApiClient who, String path) {
    Answer answer = who.get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static Answer post(ApiClient who, String path, String... fields) {
    return send(who, path, fields);
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
  }
}
