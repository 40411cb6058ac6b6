package dev.baton.admin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import dev.baton.desk.PagesDesk;
import dev.baton.mail.Mail;
import dev.baton.mail.MailParser;
import dev.baton.staff.AgentView;
import dev.baton.staff.RegisterAgent;
import dev.baton.support.BatonTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.awaitility.core.ConditionFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A desk is set up: step by step, with agents who are invited and mail that is tried on the spot.
 * Its engine has a name of its own, since another desk with a port may be open.
 */
@BatonTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "camunda.bpm.generate-unique-process-engine-name=true",
      "camunda.bpm.generate-unique-process-application-name=true"
    })
class SetUpPagesIT extends PagesDesk {

  private static final String ADMIN = "/desk/admin";
  private static final String GUIDE = ADMIN + "/setup";
  private static final String CHOSEN = "Kestrel-Quarry-47";
  private static final Pattern LINK = Pattern.compile("http://localhost:8080(/invitation/\\S+)");

  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "127.0.0.1", "smtp"));
  private static final GreenMail MAILBOXES =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")
          });

  @Autowired RegisterAgent registerAgent;
  @Autowired JdbcTemplate database;
  @Autowired PlatformTransactionManager transactions;

  private ApiClient admin;

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry settings) {
    SERVER.start();
    MAILBOXES.start();
    MAILBOXES.setUser("desk@baton.example", "desk", PASSWORD);
    settings.add("baton.mail.address", () -> "desk@baton.example");
    settings.add("baton.mail.smtp.host", () -> "127.0.0.1");
    settings.add("baton.mail.smtp.port", () -> SERVER.getSmtp().getPort());
    settings.add("baton.mail.smtp.tls", () -> "none");
    settings.add("baton.mail.boxes[0].name", () -> "desk");
    settings.add("baton.mail.boxes[0].host", () -> "127.0.0.1");
    settings.add("baton.mail.boxes[0].port", () -> MAILBOXES.getImap().getPort());
    settings.add("baton.mail.boxes[0].user", () -> "desk");
    settings.add("baton.mail.boxes[0].password", () -> PASSWORD);
    settings.add("baton.mail.boxes[0].tls", () -> "none");
    settings.add("baton.mail.boxes[0].poll", () -> "1s");
    settings.add("baton.mail.boxes[1].name", () -> "closed");
    settings.add("baton.mail.boxes[1].host", () -> "127.0.0.1");
    settings.add("baton.mail.boxes[1].port", () -> MAILBOXES.getImap().getPort());
    settings.add("baton.mail.boxes[1].user", () -> "closed");
    settings.add("baton.mail.boxes[1].password", () -> "not this one");
    settings.add("baton.mail.boxes[1].tls", () -> "none");
    settings.add("baton.mail.boxes[1].poll", () -> "60s");
  }

  @AfterAll
  static void close() {
    SERVER.stop();
    MAILBOXES.stop();
  }

  @BeforeEach
  void signIn() {
    admin = agent.as("admin");
  }

  @Test
  void anInvitedAgentSetsThePasswordByALinkThatWorksOnce() {
    register("nora", "Nora <b>North", "en", "nora@desk.example");

    assertThat(agent.as("nora", CHOSEN).get("/desk/incidents").status()).isEqualTo(401);
    Mail mail = mailTo("nora@desk.example", 1);
    assertThat(mail.subject()).isEqualTo("Your access to the service desk");
    assertThat(mail.text()).contains("Hello Nora <b>North,", "Administrator has invited you");
    assertThat(raw("nora@desk.example").get(0)).contains("Nora &lt;b&gt;North");
    String link = linkIn(mail);
    patiently().until(() -> form("nora").contains("Its link is valid until"));

    Answer page = nobody().get(link);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Set your password", "Your username is nora", "Nora &lt;b&gt;North");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(in("de", nobody(), link).body())
        .contains("Passwort festlegen", "Ihr Benutzername ist nora");
    assertThat(set(link, CHOSEN, "something else").status()).isEqualTo(422);
    assertThat(set(link, CHOSEN, CHOSEN).header("Location")).isEqualTo("/sign-in?invited");
    assertThat(nobody().get("/sign-in?invited").body()).contains("Your password is set.");

    assertThat(agent.as("nora", CHOSEN).get("/desk/incidents").status()).isEqualTo(200);
    assertThat(set(link, "Another-Quarry-48", "Another-Quarry-48").status()).isEqualTo(404);
    assertThat(agent.as("nora", CHOSEN).get("/desk/incidents").status()).isEqualTo(200);
    String unknown = "/invitation/" + "x".repeat(43);
    assertThat(nobody().get(link).body()).isEqualTo(nobody().get(unknown).body());
    assertThat(nobody().get(unknown).body()).contains("This link is no longer valid");
    assertThat(in("de", nobody(), unknown).body()).contains("nicht mehr gültig");
    String trail = admin.get(ADMIN + "/audit?subject=nora&kind=CREDENTIALS_CHANGED").body();
    assertThat(trail)
        .contains("Invited by email to nora@desk.example", "Set the password by an invitation");
  }

  @Test
  void anotherInvitationOrPasswordEndsTheOneBefore() {
    register("olaf", "Olaf Ost", "de", "olaf@desk.example");
    Mail first = mailTo("olaf@desk.example", 1);
    assertThat(first.subject()).isEqualTo("Ihr Zugang zum Service Desk");
    assertThat(first.text()).contains("Über die Schaltfläche legen Sie Ihr Passwort fest");

    assertThat(send(agent, ADMIN + "/agents/olaf/acts/invite").status()).isEqualTo(403);
    assertThat(send(admin, ADMIN + "/agents/olaf/acts/promote").status()).isEqualTo(404);
    Answer again = send(admin, ADMIN + "/agents/olaf/acts/invite");
    assertThat(again.header("Location")).isEqualTo("/desk/admin/agents/olaf?done=invite");
    assertThat(admin.get(again.header("Location")).body()).contains("is on its way");
    Mail second = mailTo("olaf@desk.example", 2);
    assertThat(nobody().get(linkIn(first)).status()).isEqualTo(404);
    assertThat(nobody().get(linkIn(second)).status()).isEqualTo(200);

    String seen = seenIn(form("olaf"));
    assertThat(save("olaf", seen, "Olaf Ost", "active", "true", "password", CHOSEN).status())
        .isEqualTo(303);
    assertThat(nobody().get(linkIn(second)).status()).isEqualTo(404);
  }

  @Test
  void aLinkExpiresAfterAWeekAndEndsWithTheAccount() {
    register("paul", "Paul Pier", "en", "paul@desk.example");
    String link = linkIn(mailTo("paul@desk.example", 1));
    assertThat(nobody().get(link).status()).isEqualTo(200);
    change("update sign_in_invitation set expires_at = utc_timestamp(3) where login = 'paul'");
    assertThat(nobody().get(link).status()).isEqualTo(404);
    patiently().until(() -> form("paul").contains("Its link has expired"));

    register("quinn", "Quinn Quay", "en", "quinn@desk.example");
    String other = linkIn(mailTo("quinn@desk.example", 1));
    assertThat(save("quinn", seenIn(form("quinn")), "Quinn Quay").status()).isEqualTo(303);
    assertThat(nobody().get(other).status()).isEqualTo(404);
    assertThat(form("quinn")).doesNotContain("/acts/invite");
    assertThat(send(admin, ADMIN + "/agents/quinn/acts/invite").status()).isEqualTo(404);
  }

  @Test
  void aMailServerThatIsAwayLosesNoInvitation() {
    SERVER.stop();
    try {
      register("rosa", "Rosa Reef", "en", "rosa@desk.example");
      patiently().until(() -> form("rosa").contains("Baton tries again"));
    } finally {
      SERVER.start();
    }
    assertThat(nobody().get(linkIn(mailTo("rosa@desk.example", 1))).status()).isEqualTo(200);
    patiently().until(() -> form("rosa").contains("Its link is valid until"));
  }

  @Test
  void anInvitationNeedsAnAddressAndGuessingLinksPauses() {
    String[] fields = agentFields("sven", "Sven South", "en", "");
    Answer refused = send(admin, ADMIN + "/agents/new", fields);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"email-problem\"", "to which the invitation should");
    assertThat(admin.get(ADMIN + "/agents/sven").status()).isEqualTo(404);
    assertThat(admin.get(ADMIN + "/agents/new").body())
        .containsPattern("id=\"invite\"[^>]*checked");
    assertThat(form("agent")).doesNotContain("id=\"invite\"");

    Answer last = null;
    for (int i = 0; i < 40 && (last == null || last.status() == 404); i++) {
      last = nobody().get("/invitation/guess-" + i);
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.body()).contains("Too many failed attempts");
    change("delete from sign_in_try");
  }

  @Test
  void theGuideSaysWhatIsDoneAndLeadsToTheRest() {
    assertThat(agent.get(GUIDE).status()).isEqualTo(403);
    assertThat(requester.get(GUIDE).status()).isEqualTo(403);
    assertThat(send(agent, GUIDE + "/mail").status()).isEqualTo(403);
    assertThat(send(agent, GUIDE + "/mailbox", "name", "desk").status()).isEqualTo(403);
    assertThat(send(agent, GUIDE + "/incident", "client", "acme").status()).isEqualTo(403);

    Document guide = Jsoup.parse(admin.get(GUIDE).body());
    assertThat(guide.selectFirst("#step-clients").text()).contains("Done", "2 clients");
    assertThat(guide.selectFirst("#step-monitoring").text()).contains("Optional");
    assertThat(guide.select("#step-clients a").eachAttr("href"))
        .containsExactly("/desk/admin/clients/new", "/desk/admin/clients/import");
    guide
        .select(".baton-setup a")
        .eachAttr("href")
        .forEach(href -> assertThat(admin.get(href).status()).as(href).isEqualTo(200));
    assertThat(admin.get(ADMIN).body()).contains(GUIDE);
    assertThat(agent.get(ADMIN).body()).doesNotContain(GUIDE);

    String before = guide.selectFirst("#step-monitoring").text();
    send(
        admin,
        ADMIN + "/monitoring/new",
        "code",
        "guided",
        "client",
        "acme",
        "onRecovery",
        "ASK",
        "severities",
        "critical = HIGH HIGH");
    String after = Jsoup.parse(admin.get(GUIDE).body()).selectFirst("#step-monitoring").text();
    assertThat(after).isNotEqualTo(before).contains("Done", "1 source");
    assertThat(in("de", admin, GUIDE).body())
        .contains("Einrichtung", "Schritten erledigt", "Testnachricht an mich senden");
  }

  @Test
  void mailIsTriedOnTheSpot() {
    addressOf("admin", null);
    assertThat(send(admin, GUIDE + "/mail").body()).contains("You have no email address");

    addressOf("admin", "chief@desk.example");
    patiently()
        .until(
            () -> send(admin, GUIDE + "/mail").body(),
            page -> page.contains("127.0.0.1 accepted the message to chief@desk.example"));
    Mail mail = mailTo("chief@desk.example", 1);
    assertThat(mail.subject()).isEqualTo("Test message");
    assertThat(mail.text()).contains("can send mail").doesNotContain("{0}");

    SERVER.stop();
    try {
      Answer failed = send(admin, GUIDE + "/mail");
      assertThat(failed.status()).isEqualTo(422);
      assertThat(failed.body()).contains("The mail server said: ", "127.0.0.1");
    } finally {
      SERVER.start();
    }

    GreenMailUtil.sendTextEmail(
        "desk@baton.example",
        "rita@acme.example",
        "Printer",
        "It is broken.",
        MAILBOXES.getSmtp().getServerSetup());
    assertThat(send(admin, GUIDE + "/mailbox", "name", "desk").body())
        .contains("desk was opened: 1 message in its folder.");
    Answer closed = send(admin, GUIDE + "/mailbox", "name", "closed");
    assertThat(closed.status()).isEqualTo(422);
    assertThat(closed.body()).contains("closed cannot be opened", "LOGIN failed");
    assertThat(closed.body()).doesNotContain("not this one");
    assertThat(in("de", admin, GUIDE).body()).contains("Verbindung testen", "Postfächern lesbar");
    assertThat(send(admin, GUIDE + "/mailbox", "name", "other").status()).isEqualTo(404);
  }

  @Test
  void aMailboxIsSetOnItsPageAndReadWithinSeconds() {
    MAILBOXES.setUser("late@baton.example", "late", PASSWORD);
    String page = ADMIN + "/mailboxes/late";
    String[] given = mailbox("late", "127.0.0.1", "late", PASSWORD);
    assertThat(send(agent, ADMIN + "/mailboxes/new", given).status()).isEqualTo(403);
    assertThat(send(admin, ADMIN + "/mailboxes/new", given).status()).isEqualTo(303);
    assertThat(admin.get(page).body()).doesNotContain(PASSWORD);
    assertThat(admin.get(ADMIN + "/audit?subject=mailbox%20late").body()).doesNotContain(PASSWORD);
    assertThat(admin.get(ADMIN + "/mailboxes/export").body())
        .contains("late")
        .doesNotContain(PASSWORD);
    assertThat(send(admin, page + "/acts/test").header("Location")).isEqualTo(page + "?done=test");

    Answer sent = send(admin, GUIDE + "/mailbox/message", "name", "late");
    assertThat(sent.body()).contains("A test message is on its way to late");
    String waiting = Jsoup.parse(sent.body()).selectFirst("#setup-trip").attr("hx-get");
    assertThat(admin.get(waiting).body()).contains("on its way", "hx-get");
    assertThat(agent.get(waiting).status()).isEqualTo(403);
    assertThat(admin.get(waiting.replaceAll("sentAt=2", "sentAt=1")).body())
        .contains("within two minutes")
        .doesNotContain("hx-get");
    GreenMailUtil.sendTextEmail(
        "late@baton.example",
        "stranger@elsewhere.example",
        "Through the new mailbox",
        "Does anybody read this?",
        MAILBOXES.getSmtp().getServerSetup());
    patiently()
        .until(
            () ->
                database.queryForObject(
                        "select count(*) from incoming_mail where box = 'late'", Long.class)
                    == 1);

    assertThat(change("late", "10.0.0.1", "late", PASSWORD))
        .as("what was read stays tied to its folder")
        .contains("id=\"host-problem\"", "was read from the mailbox of this name");
    Answer kept = send(admin, page + "/delete");
    assertThat(kept.status()).isEqualTo(422);
    assertThat(kept.body()).contains("Switch it off instead");

    assertThat(send(admin, page, fields(page, mailbox("late", "127.0.0.1", "late", null))).status())
        .isEqualTo(303);
    patiently().until(() -> admin.get(ADMIN + "/mailboxes").body().contains("Switched off"));
  }

  @Test
  void aMailboxIsRefusedInWordsAndWhatIsConfiguredStays() {
    Answer same = send(admin, ADMIN + "/mailboxes/new", mailbox("desk", "127.0.0.1", "x", "y"));
    assertThat(same.status()).isEqualTo(422);
    assertThat(same.body()).contains("id=\"name-problem\"");
    Answer silent =
        send(admin, ADMIN + "/mailboxes/new", mailbox("silent", "127.0.0.1", "x", null));
    assertThat(silent.body()).contains("id=\"password-problem\"", "Enter the password");
    String closed = ADMIN + "/mailboxes/wrong";
    send(admin, ADMIN + "/mailboxes/new", mailbox("wrong", "127.0.0.1", "desk", "not this"));
    Answer tried = send(admin, closed + "/acts/test");
    assertThat(tried.status()).isEqualTo(422);
    assertThat(tried.body()).contains("The mail server said").doesNotContain("not this");
    assertThat(change("wrong", "localhost", "desk", null))
        .as("a password is shown to no other server")
        .contains("id=\"password-problem\"");
    assertThat(send(admin, closed + "/delete").status()).isEqualTo(303);
    assertThat(admin.get(closed).status()).isEqualTo(404);

    String server = ADMIN + "/mail-server";
    assertThat(agent.get(server).status()).isEqualTo(403);
    assertThat(admin.get(server).body()).contains("baton.mail.smtp", "desk@baton.example");
    assertThat(
            send(
                    admin,
                    server + "/server",
                    "address",
                    "a@b.example",
                    "host",
                    "evil.example",
                    "tls",
                    "none")
                .status())
        .isEqualTo(404);
  }

  @Test
  void theDeskHasANameAndALogo() throws Exception {
    String page = ADMIN + "/desk";
    assertThat(nobody().get("/desk-logo").status()).isEqualTo(404);
    assertThat(send(agent, page, "name", "Mine").status()).isEqualTo(403);
    Answer tooLong = send(admin, page, "name", "N".repeat(61));
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.body()).contains("id=\"name-problem\"", "At most 60 characters");
    assertThat(send(admin, page, "name", "Quay <b>& Co</b>").status()).isEqualTo(303);
    assertThat(nobody().get("/sign-in").body()).contains("Quay &lt;b&gt;&amp; Co");
    addressOf("admin", "chief@desk.example");
    int before = raw("chief@desk.example").size();
    assertThat(send(admin, GUIDE + "/mail").status()).isEqualTo(200);
    patiently().until(() -> raw("chief@desk.example").size() > before);
    assertThat(raw("chief@desk.example").get(before)).contains("Quay <b>& Co</b>");
    assertThat(admin.get(ADMIN + "/messages/acme:RECEIVED:en").body())
        .as("the standard signature is the one that is sent")
        .contains("Quay &lt;b&gt;&amp; Co")
        .doesNotContain("Your service desk");
    assertThat(send(admin, page, "name", "").status()).isEqualTo(303);
    assertThat(nobody().get("/sign-in").body()).contains("Baton").doesNotContain("Quay");

    assertThat(logo("<svg onload=alert(1)>".getBytes(ISO_8859_1)).status()).isEqualTo(422);
    assertThat(logo(new byte[0]).status()).isEqualTo(422);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", png);
    assertThat(logo(png.toByteArray()).status()).isEqualTo(303);
    Answer shown = nobody().get("/desk-logo");
    assertThat(shown.header("Content-Type")).isEqualTo("image/png");
    assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(admin.get(ADMIN).body()).contains("src=\"/desk-logo\"");
    assertThat(send(admin, page + "/logo/delete").status()).isEqualTo(303);
    assertThat(nobody().get("/desk-logo").status()).isEqualTo(404);
  }

  private Answer logo(byte[] picture) {
    String head =
        "--part\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"logo.png\"\r\n"
            + "Content-Type: image/png\r\n\r\n";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(head.getBytes(ISO_8859_1));
    body.writeBytes(picture);
    body.writeBytes("\r\n--part--\r\n".getBytes(ISO_8859_1));
    return admin.send(
        admin
            .request(ADMIN + "/desk/logo")
            .setHeader("Content-Type", "multipart/form-data; boundary=part")
            .setHeader("X-BATON-CSRF", "any")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static String[] mailbox(String name, String host, String user, String password) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "name",
                name,
                "host",
                host,
                "port",
                String.valueOf(MAILBOXES.getImap().getPort()),
                "tls",
                "none",
                "user",
                user,
                "folder",
                "INBOX",
                "trust",
                "SERVER"));
    if (password != null) {
      fields.addAll(List.of("password", password, "active", "true"));
    }
    return fields.toArray(String[]::new);
  }

  private String[] fields(String page, String... given) {
    List<String> fields = new ArrayList<>(Arrays.asList(given));
    fields.addAll(List.of("seen", seenIn(admin.get(page).body())));
    return fields.toArray(String[]::new);
  }

  private String change(String name, String host, String user, String password) {
    String page = ADMIN + "/mailboxes/" + name;
    return send(admin, page, fields(page, mailbox(name, host, user, password))).body();
  }

  @Test
  void aTestIncidentArrivesOnce() {
    String once = "0123456789-test";
    Answer reported = send(admin, GUIDE + "/incident", "client", "acme", "once", once);
    assertThat(reported.status()).as(reported.body()).isEqualTo(303);
    String page = reported.header("Location");
    assertThat(page).startsWith("/desk/incidents/INC-");
    assertThat(admin.get(page).body()).contains("Test incident", "Administrator");
    assertThat(send(admin, GUIDE + "/incident", "client", "acme", "once", once).header("Location"))
        .isEqualTo(page);

    Answer refused = send(admin, GUIDE + "/incident", "client", SCRIPT, "once", "other-token-1");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("setup-result").doesNotContain("<script>alert");
  }

  private void addressOf(String login, String email) {
    AgentView known = staff.agent(login).orElseThrow();
    registerAgent.register(
        new AgentView(
            known.login(),
            known.name(),
            email,
            known.zone(),
            known.language(),
            known.roles(),
            known.teams(),
            true,
            known.skills(),
            known.languages()),
        null);
  }

  private void register(String login, String name, String language, String email) {
    Answer answer = send(admin, ADMIN + "/agents/new", agentFields(login, name, language, email));
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
  }

  private static String[] agentFields(String login, String name, String language, String email) {
    return new String[] {
      "login",
      login,
      "name",
      name,
      "email",
      email,
      "roles",
      "AGENT",
      "zone",
      "Europe/Paris",
      "language",
      language,
      "active",
      "true",
      "invite",
      "true"
    };
  }

  private Answer save(String login, String seen, String name, String... more) {
    List<String> fields =
        new ArrayList<>(List.of("seen", seen, "name", name, "email", login + "@desk.example"));
    fields.addAll(List.of("roles", "AGENT", "zone", "Europe/Paris"));
    fields.addAll(List.of("language", "en"));
    fields.addAll(Arrays.asList(more));
    return send(admin, ADMIN + "/agents/" + login, fields.toArray(String[]::new));
  }

  private String form(String login) {
    return admin.get(ADMIN + "/agents/" + login).body();
  }

  private static String seenIn(String form) {
    return Jsoup.parse(form).selectFirst("[name=seen]").attr("value");
  }

  /** A browser's way: the token of a form is in its page, and in a cookie. */
  private Answer set(String link, String chosen, String again) {
    Answer page = nobody().get(link);
    String cookie =
        page.response().headers().allValues("Set-Cookie").stream()
            .map(one -> one.split(";")[0])
            .reduce((one, other) -> one + "; " + other)
            .orElse("");
    var token = Jsoup.parse(page.body()).selectFirst("[name=_csrf]");
    String body =
        "chosen=" + chosen + "&again=" + again + "&_csrf=" + (token == null ? "" : token.val());
    if (token == null) {
      return page;
    }
    return nobody()
        .send(
            nobody()
                .request(link)
                .setHeader("Cookie", cookie)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace(" ", "+"))));
  }

  private static Answer in(String language, ApiClient who, String path) {
    return who.send(who.request(path).setHeader("Accept-Language", language).GET());
  }

  private Mail mailTo(String address, int count) {
    patiently()
        .until(
            () -> {
              bringForward();
              return raw(address).size() >= count;
            });
    return new MailParser().parse(raw(address).get(count - 1).getBytes(ISO_8859_1));
  }

  /** What a mail server that was away did not take goes out again at once. */
  private void bringForward() {
    change(
        "update sign_in_invitation set send_at = utc_timestamp(3)"
            + " where send_at is not null and last_error is not null");
  }

  private static List<String> raw(String address) {
    return Arrays.stream(SERVER.getReceivedMessages())
        .map(
            mail -> {
              try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                mail.writeTo(bytes);
                return bytes.toString(ISO_8859_1);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            })
        .filter(mail -> mail.contains(address))
        .toList();
  }

  private static String linkIn(Mail mail) {
    Matcher link = LINK.matcher(mail.text());
    assertThat(link.find()).as(mail.text()).isTrue();
    return link.group(1);
  }

  private static ConditionFactory patiently() {
    return await().pollInSameThread().atMost(Duration.ofSeconds(20));
  }

  private void change(String sql) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> database.update(sql));
  }
}
