package dev.baton.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import dev.baton.desk.PagesDesk;
import dev.baton.staff.AgentView;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings are kept on pages: lists, forms, history, import and export. */
class AdminPagesIT extends PagesDesk {

  private static final String ADMIN = "/desk/admin";

  private ApiClient admin;

  @BeforeEach
  void signIn() {
    admin = agent.as("admin");
  }

  @Test
  void theOverviewShowsWhatOnesRolesAllow() {
    assertThat(admin.get(ADMIN).body())
        .contains("href=\"/desk/admin/clients\"", "href=\"/desk/admin/agents\"");
    assertThat(agent.get(ADMIN).body())
        .contains("Silences", "href=\"/desk/admin/agreements\"")
        .doesNotContain("href=\"/desk/admin/clients\"");
    assertThat(requester.get(ADMIN).status()).isEqualTo(403);
    for (String topic : new String[] {"clients", "services", "requesters", "teams", "agents"}) {
      assertThat(agent.get(ADMIN + "/" + topic).status()).as(topic).isEqualTo(403);
      assertThat(requester.get(ADMIN + "/" + topic + "/new").status()).as(topic).isEqualTo(403);
      assertThat(requester.get(ADMIN + "/" + topic + "/export").status()).as(topic).isEqualTo(403);
      assertThat(send(agent, ADMIN + "/" + topic + "/new", "code", "mine").status())
          .as(topic)
          .isEqualTo(403);
    }
    assertThat(admin.get(ADMIN + "/nothing").status()).isEqualTo(404);
    assertThat(german(ADMIN)).contains("Verwaltung", "Mitarbeitende");
  }

  @Test
  void aClientIsRegisteredChangedAndItsHistoryShown() {
    Answer refused = send(admin, ADMIN + "/clients/new", "code", "No good", "name", SCRIPT);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("id=\"tier-problem\"", "id=\"zone-problem\"", "&lt;script&gt;alert")
        .doesNotContain("<script>alert");

    assertThat(client("No good", "Quarry Ltd", "Europe/Berlin").body()).contains("code-problem");
    assertThat(client("quarry", "Quarry Ltd", "Europe/Atlantis").body())
        .contains("Choose a time zone from the list");
    assertThat(client("quarry", "Quarry Ltd", "Europe/Berlin").header("Location"))
        .isEqualTo("/desk/admin/clients/quarry?saved=");
    assertThat(client("quarry", "Quarry Two", "Europe/Berlin").body())
        .contains("There is one with this name already");

    String page = admin.get(ADMIN + "/clients/quarry?saved=").body();
    assertThat(page)
        .contains("Saved.", "value=\"Quarry Ltd\"", "Change history", "Administrator")
        .contains("/desk/admin/services?of=quarry");
    String seen = Jsoup.parse(page).selectFirst("[name=seen]").attr("value");
    assertThat(change(seen, "Quarry & Sons").status()).isEqualTo(303);
    Answer late = change(seen, "Quarry Late");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody else changed this", "value=\"Quarry Late\"");
    String now = Jsoup.parse(late.body()).selectFirst("[name=seen]").attr("value");
    assertThat(change(now, "Quarry Late").status()).isEqualTo(303);

    assertThat(clients.find("quarry").orElseThrow().name()).isEqualTo("Quarry Late");
    assertThat(admin.get(ADMIN + "/clients?q=quarry").body()).contains("Quarry Late", "1 entry");
    assertThat(admin.get(ADMIN + "/clients?q=no-such-quarry").body())
        .contains("no-such-quarry", "No entries");
  }

  @Test
  void servicesPeopleTeamsAndAgentsHaveTheirPages() {
    client("wharf", "Wharf Ltd", "Europe/Paris");
    done(
        send(
            admin, ADMIN + "/services/new", "client", "wharf", "code", "cranes", "name", "Cranes"));
    assertThat(admin.get(ADMIN + "/services?of=wharf").body())
        .contains("href=\"/desk/admin/services/wharf%3Acranes\"", "Only entries of wharf");
    assertThat(
            send(admin, ADMIN + "/services/new", "client", "nobody", "code", "x", "name", "X")
                .body())
        .contains("There is no client &#39;nobody&#39;");

    done(
        send(
            admin,
            ADMIN + "/requesters/new",
            "client",
            "wharf",
            "email",
            "Lena@wharf.example",
            "name",
            "Lena Wharf",
            "vip",
            "true"));
    String list = admin.get(ADMIN + "/requesters?q=lena%40wharf").body();
    assertThat(list).contains("★ Lena Wharf", "lena@wharf.example", "Wharf Ltd");
    String href = Jsoup.parse(list).selectFirst("tbody a").attr("href");
    assertThat(admin.get(href).body()).contains("value=\"Lena Wharf\"");

    done(send(admin, ADMIN + "/teams/new", "code", "harbour", "name", "Harbour"));
    assertThat(
            send(admin, ADMIN + "/teams/new", "code", "harbour2", "name", "H2", "hours", "never")
                .body())
        .contains("There is no calendar &#39;never&#39;");

    String[] dock = {
      "login",
      "dock",
      "name",
      "Dora Dock",
      "roles",
      "AGENT",
      "teams",
      "harbour",
      "zone",
      "Europe/Paris",
      "language",
      "en",
      "active",
      "true",
      "password",
      PASSWORD
    };
    done(send(admin, ADMIN + "/agents/new", dock));
    assertThat(admin.get(ADMIN + "/agents?of=harbour").body()).contains("Dora Dock", "Harbour");
    assertThat(agent.as("dock").get("/desk/incidents").status()).isEqualTo(200);
    assertThat(admin.get(ADMIN + "/agents/dock").body()).doesNotContain(PASSWORD);
    assertThat(admin.get(ADMIN + "/choices/zones?q=paris").body()).contains("Europe/Paris");
    assertThat(requester.get(ADMIN + "/choices/clients?q=").status()).isEqualTo(404);
  }

  @Test
  void aTableIsCheckedLineByLineBeforeItIsImportedAndExportedAgain() {
    client("depot", "Depot Ltd", "Europe/Rome");
    String table =
        """
        client;code;name
        depot;lifts;Lifts
        depot;belts;Belts
        nobody;belts;Belts
        depot;;Nameless
        """;

    Answer checked = upload(ADMIN + "/services/import", table);
    assertThat(checked.status()).isEqualTo(200);
    assertThat(checked.body())
        .contains("2 new, 0 to change, 0 unchanged, 2 with errors", "Nothing has been saved yet")
        .contains("Client: There is no client &#39;nobody&#39;", "Code: This field is required.");
    assertThat(clients.services(clients.find("depot").orElseThrow().id())).isEmpty();

    Answer imported = confirm(ADMIN + "/services/import/confirm", table);
    assertThat(imported.body()).contains("2 added, 0 changed, 0 unchanged, 2 not imported");
    assertThat(clients.services(clients.find("depot").orElseThrow().id())).hasSize(2);

    String exported = admin.get(ADMIN + "/services/export").body();
    assertThat(exported).startsWith("client,code,name").contains("depot,lifts,Lifts");
    assertThat(upload(ADMIN + "/services/import", exported).body()).contains("0 new, 0 to change");
    assertThat(upload(ADMIN + "/services/import", "what,ever\n1,2\n").body())
        .contains("Not known: what, ever");
    assertThat(upload(ADMIN + "/services/import", "").status()).isEqualTo(422);
  }

  @Test
  void programsThatSendAndHearHaveTheirPages() {
    String[] hook = {
      "code",
      "quay-chat",
      "url",
      "https://chat.example.com/hooks/abc",
      "shape",
      "SLACK",
      "active",
      "true",
      "secret",
      "short"
    };
    assertThat(send(admin, ADMIN + "/webhooks/new", hook).body()).contains("id=\"secret-problem\"");
    hook[hook.length - 1] = "0123456789-abcdef";
    done(send(admin, ADMIN + "/webhooks/new", hook));
    assertThat(admin.get(ADMIN + "/webhooks/quay-chat").body())
        .contains("https://chat.example.com/hooks/abc")
        .doesNotContain("0123456789-abcdef");
    done(send(admin, ADMIN + "/webhooks/quay-chat/delete"));
    assertThat(admin.get(ADMIN + "/webhooks/quay-chat").status()).isEqualTo(404);

    String[] source = {
      "code", "quay-alerts", "client", "acme", "onRecovery", "ASK", "severities", "critical = HIGH"
    };
    assertThat(send(admin, ADMIN + "/monitoring/new", source).body())
        .contains("Enter a severity with impact and urgency");
    source[source.length - 1] = "critical = HIGH HIGH\nminor = LOW LOW";
    Answer registered = send(admin, ADMIN + "/monitoring/new", source);
    assertThat(registered.status()).isEqualTo(200);
    String token = Jsoup.parse(registered.body()).selectFirst("#admin-secret code").text();
    assertThat(token).startsWith("bm_");
    String page = admin.get(ADMIN + "/monitoring/quay-alerts").body();
    assertThat(page).contains("critical = HIGH HIGH", "minor = LOW LOW").doesNotContain(token);

    done(
        send(
            agent,
            ADMIN + "/silences/new",
            "matchers",
            "host =~ db.*",
            "from",
            "2026-11-30T10:00",
            "until",
            "2099-01-01T00:00",
            "note",
            SCRIPT));
    String silences = agent.get(ADMIN + "/silences").body();
    assertThat(silences)
        .contains("host =~ db.*", "&lt;script&gt;alert")
        .doesNotContain("<script>alert");
    String silence = Jsoup.parse(silences).select("tbody a").last().attr("href");
    assertThat(agent.get(silence).body()).doesNotContain(">Save<");
    done(send(agent, silence + "/delete"));
    assertThat(agent.get(silence).status()).isEqualTo(404);
  }

  @Test
  void tokensOfOthersAreSeenAndRevoked() {
    agent.post(
        "/api/v1/tokens",
        "{\"name\": \"Nightly quay report\", \"scopes\": [\"READ\"], \"days\": 3}");

    String list = admin.get(ADMIN + "/tokens?q=quay").body();
    assertThat(list).contains("Nightly quay report", "<td>Agent</td>", "<td>read</td>");
    assertThat(agent.get(ADMIN + "/tokens").status()).isEqualTo(403);
    String token = Jsoup.parse(list).selectFirst("tbody a").attr("href");
    assertThat(admin.get(ADMIN + "/tokens/new").status()).isEqualTo(404);
    assertThat(admin.get(token).body()).doesNotContain(">Save<");

    done(send(admin, token + "/delete"));

    assertThat(admin.get(token).status()).isEqualTo(404);
    assertThat(admin.get(ADMIN + "/tokens?q=quay").body()).doesNotContain("Nightly quay report");
  }

  @Test
  void withoutAMailServerAnInvitationIsSeenByAdministratorsAlone() {
    String[] fields = {
      "login",
      "ivy",
      "name",
      "Ivy Inlet",
      "email",
      "ivy@desk.example",
      "roles",
      "ADMIN",
      "zone",
      "Europe/Paris",
      "language",
      "en",
      "active",
      "true",
      "invite",
      "true"
    };
    done(send(admin, ADMIN + "/agents/new", fields));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> admin.get("/outbox?q=ivy%40desk").body().contains("Your access"));

    assertThat(agent.get("/outbox?q=ivy%40desk").body()).doesNotContain("Your access");
    String mail =
        Jsoup.parse(admin.get("/outbox?q=ivy%40desk").body())
            .selectFirst("a[href^=/outbox/]")
            .attr("href");
    for (String part : new String[] {"", "/html", "/raw"}) {
      assertThat(admin.get(mail + part).status()).as(part).isEqualTo(200);
      assertThat(agent.get(mail + part).status()).as(part).isEqualTo(404);
    }
    assertThat(admin.get(mail).body()).contains("/invitation/");
  }

  @Test
  void theAuditTrailIsFilteredPagedAndExported() {
    client("pier", "Pier " + SCRIPT.substring(0, 20), "Europe/Oslo");

    String all = admin.get(ADMIN + "/audit").body();
    assertThat(all).contains("Settings changed", "Administrator", "client pier");
    String one = admin.get(ADMIN + "/audit?subject=client+pier&kind=SETTINGS_CHANGED").body();
    assertThat(one)
        .contains("1 entry", "Registered: Pier &lt;script&gt;", "value=\"client pier\"")
        .doesNotContain("<script>alert");
    String export = Jsoup.parse(one).selectFirst("a[href*=export]").attr("href");
    assertThat(admin.get(export).body()).contains("client pier").startsWith("at,kind,actor");
    assertThat(admin.get(ADMIN + "/audit?from=never&kind=NOTHING&page=x").status()).isEqualTo(200);
    assertThat(admin.get(ADMIN + "/audit?subject=client+nowhere").body())
        .contains("No entries match these filters");
    assertThat(agent.get(ADMIN + "/audit").status()).isEqualTo(403);
    assertThat(german(ADMIN + "/audit")).contains("Audit-Protokoll", "Einstellung geändert");
  }

  @Test
  void usersAndGroupsAreNotMadeInTheEngine() {
    String user =
        """
        {"profile": {"id": "stray", "firstName": "S", "lastName": "T"},
         "credentials": {"password": "Only-4-tests!"}}
        """;
    for (String path :
        List.of(
            "/engine-rest/user/create",
            "/engine-rest/engine/default/user/create",
            "/engine-rest/%75ser/create",
            "/engine-rest//user/create")) {
      assertThat(admin.post(path, user).status()).as(path).isIn(400, 403, 404);
    }
    assertThat(admin.post("/engine-rest/user/create", user).text("detail"))
        .contains("/desk/admin/agents");
    assertThat(admin.put("/engine-rest/user/agent/profile", "{\"id\": \"agent\"}").status())
        .isEqualTo(403);
    assertThat(admin.put("/engine-rest/user/agent/credentials", "{\"password\": \"x\"}").status())
        .isEqualTo(403);
    assertThat(admin.delete("/engine-rest/user/agent").status()).isEqualTo(403);
    assertThat(admin.post("/engine-rest/group/create", "{\"id\": \"g\"}").status()).isEqualTo(403);
    assertThat(admin.put("/engine-rest/group/admin/members/agent", "{}").status()).isEqualTo(403);
    assertThat(admin.delete("/engine-rest/group/team-network").status()).isEqualTo(403);

    assertThat(admin.get("/engine-rest/user/stray/profile").status()).isEqualTo(404);
    assertThat(admin.get("/engine-rest/user/agent/profile").status()).isEqualTo(200);
    assertThat(admin.get("/engine-rest/group?member=admin").body()).contains("\"admin\"");
    assertThat(nobody().post("/engine-rest/user/create", user).status()).isEqualTo(401);
  }

  @Test
  void whatATableDoesNotNameStaysAsItIs() {
    String[] mole = {
      "login", "mole", "name", "Mona Mole", "email", "mona@mole.example", "roles", "AGENT",
      "teams", "network", "zone", "Europe/Paris", "language", "en", "active", "true",
      "skills", "cisco", "password", PASSWORD
    };
    done(send(admin, ADMIN + "/agents/new", mole));
    String table = "login;name\nmole;Mona Mole-Hill\n";

    assertThat(upload(ADMIN + "/agents/import", table).body()).contains("0 new, 1 to change");
    confirm(ADMIN + "/agents/import/confirm", table);

    AgentView now = staff.agent("mole").orElseThrow();
    assertThat(now.name()).isEqualTo("Mona Mole-Hill");
    assertThat(now.email()).isEqualTo("mona@mole.example");
    assertThat(now.active()).isTrue();
    assertThat(now.teams()).containsExactly("network");
    assertThat(now.skills()).containsExactly("cisco");
    assertThat(agent.as("mole").get("/desk/incidents").status()).isEqualTo(200);
    confirm(ADMIN + "/agents/import/confirm", "login;password\nmole;Another-4-tests!\n");
    assertThat(agent.as("mole", "Another-4-tests!").get("/desk/incidents").status()).isEqualTo(200);
    assertThat(upload(ADMIN + "/agents/import", "login;skills\nmole;\n").body())
        .contains("1 to change");
    assertThat(upload(ADMIN + "/agents/import", "login;name\nnobody-yet;N\n").body())
        .contains("0 new", "1 with errors", "Time zone: This field is required.");
  }

  @Test
  void whatIsExportedIsImportedAgain() {
    client("lock", "Lock Ltd", "Europe/Rome");
    done(
        send(
            admin,
            ADMIN + "/requesters/new",
            "client",
            "lock",
            "email",
            "leo@lock.example",
            "name",
            "Leo \"=Lock\"",
            "phone",
            "+39 06 5550 11"));

    String exported = admin.get(ADMIN + "/requesters/export").body();

    assertThat(exported).contains("'+39 06 5550 11");
    assertThat(upload(ADMIN + "/requesters/import", exported).body())
        .contains("0 new, 0 to change")
        .doesNotContain("'+39");
    for (String topic : new String[] {"clients", "teams", "agents", "webhooks", "silences"}) {
      assertThat(admin.get(ADMIN + "/" + topic + "/export").status()).as(topic).isEqualTo(200);
    }
    assertThat(
            upload(ADMIN + "/clients/import", admin.get(ADMIN + "/clients/export").body()).body())
        .contains("0 new, 0 to change", "0 with errors");
  }

  @Test
  void whatCannotBeChangedOrImportedIsNoPage() {
    for (String topic : new String[] {"tokens", "silences", "monitoring"}) {
      assertThat(admin.get(ADMIN + "/" + topic + "/import").status()).as(topic).isEqualTo(404);
      assertThat(upload(ADMIN + "/" + topic + "/import", "name\nx\n").status())
          .as(topic)
          .isEqualTo(404);
    }
    assertThat(send(admin, ADMIN + "/tokens/1", "name", "x").status()).isEqualTo(404);
    assertThat(send(admin, ADMIN + "/silences/1", "note", "x").status()).isEqualTo(404);
  }

  @Test
  void aLanguageThatThePageDoesNotOfferStays() {
    admin.put(
        "/api/v1/clients/dune",
        "{\"name\": \"Dune\", \"tier\": \"GOLD\", \"zone\": \"Europe/Paris\","
            + " \"language\": \"fr\"}");
    Document page = Jsoup.parse(admin.get(ADMIN + "/clients/dune").body());
    assertThat(page.select("#language option[selected]").eachAttr("value")).containsExactly("fr");

    done(
        send(
            admin,
            ADMIN + "/clients/dune",
            "seen",
            page.selectFirst("[name=seen]").attr("value"),
            "name",
            "Dune SA",
            "zone",
            "Europe/Paris",
            "tier",
            "GOLD",
            "language",
            "fr",
            "confirmationDays",
            "5",
            "confirmationUnit",
            "CALENDAR_DAYS",
            "reminders",
            "3",
            "reminderDays",
            "2"));

    assertThat(clients.find("dune").orElseThrow().language().toLanguageTag()).isEqualTo("fr");
    assertThat(send(admin, ADMIN + "/clients/new", "language", "fr").body())
        .contains("id=\"language-problem\"");
  }

  private Answer client(String code, String name, String zone) {
    return send(
        admin,
        ADMIN + "/clients/new",
        "code",
        code,
        "name",
        name,
        "zone",
        zone,
        "tier",
        "GOLD",
        "language",
        "de",
        "confirmationDays",
        "5",
        "confirmationUnit",
        "WORKING_DAYS",
        "reminders",
        "3",
        "reminderDays",
        "2");
  }

  private Answer change(String seen, String name) {
    return send(
        admin,
        ADMIN + "/clients/quarry",
        "seen",
        seen,
        "name",
        name,
        "zone",
        "Europe/Berlin",
        "tier",
        "GOLD",
        "language",
        "de",
        "confirmationDays",
        "5",
        "confirmationUnit",
        "WORKING_DAYS",
        "reminders",
        "3",
        "reminderDays",
        "2");
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
  }

  private String german(String path) {
    return admin.send(admin.request(path).setHeader("Accept-Language", "de").GET()).body();
  }

  private Answer upload(String path, String file) {
    return multipart(path, "name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv", file);
  }

  private Answer confirm(String path, String csv) {
    return multipart(path, "name=\"csv\"", csv);
  }

  private Answer multipart(String path, String part, String content) {
    String body =
        "--cut\r\nContent-Disposition: form-data; "
            + part
            + "\r\n\r\n"
            + content
            + "\r\n--cut--\r\n";
    return admin.send(
        admin
            .request(path)
            .setHeader("Content-Type", "multipart/form-data; boundary=cut")
            .setHeader("X-BATON-CSRF", "any")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }
}
