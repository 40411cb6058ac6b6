package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.support.NodeProcess;
import dev.baton.support.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An administrator's first hour: from an empty database on a server to a desk with three clients,
 * twelve agents, and mail that comes in and goes out, on pages alone.
 */
@NeedsChromium
class FirstHourBrowserIT {

  private static final String GUIDE = "/desk/admin/setup";
  private static final String PASSWORD = "Kestrel-Quarry-47";
  private static final String DESK = "service@northwind.example";
  private static final Pattern LINK = Pattern.compile("(/invitation/[^\\s\"<]+)");
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(60);

  private static final String CLIENTS =
      """
      code,name,tier,zone,language
      acme,Acme Tools,GOLD,Europe/Berlin,de
      birch,Birch Bank,SILVER,Europe/London,en
      cove,Cove Clinics,BRONZE,Asia/Singapore,en
      """;
  private static final String SERVICES =
      """
      client,code,name
      acme,mail,Email
      birch,mail,Email
      cove,mail,Email
      """;
  private static final String REQUESTERS =
      """
      client,name,email
      acme,Rita Roth,rita@acme.example
      birch,Ben Byrne,ben@birch.example
      cove,Cho Chen,cho@cove.example
      """;

  private final GreenMail mails =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")
          });
  private NodeProcess desk;

  @BeforeEach
  void startEmptyDesk() {
    mails.start();
    mails.setUser(DESK, DESK, PASSWORD);
    desk =
        NodeProcess.start(
            TestDatabase.freshSchema(), "first-hour", "--baton.admin.password=" + PASSWORD);
    await().atMost(LONGEST_START).until(desk::isReady);
  }

  @AfterEach
  void close() {
    desk.close();
    mails.stop();
  }

  @Test
  void anEmptyDeskBecomesOneThatWorks() {
    try (Browser admin = new Browser(desk.port())) {
      admin.signIn("/", "admin", PASSWORD);
      admin.awaitText("h1", "Set-up guide");
      looksRight(admin, "first-hour-begin");

      nameTheDesk(admin);
      setMailUp(admin);
      servesThreeClients(admin);
      promisesSomething(admin);
      getsTwelveAgents(admin);
      plansShifts(admin);
      letsMonitoringIn(admin);

      admin.open(GUIDE);
      admin.choosePlain("#client", "Acme Tools");
      admin.click("#step-incident button", "Report a test incident");
      admin.awaitText("body", "Reported from the set-up guide");

      admin.open(GUIDE);
      assertThat(
              (String)
                  admin.ask(
                      "return [...document.querySelectorAll('.baton-setup > li')].filter("
                          + "e => e.querySelector('.baton-setup-state').textContent"
                          + ".includes('To do')).map(e => e.id).join()"))
          .isEmpty();
      looksRight(admin, "first-hour-end");
      aRealMailBecomesAnIncident(admin);
    }
    anInvitedAgentSetsThePasswordAndWorks();
  }

  private static void nameTheDesk(Browser admin) {
    admin.click("#step-desk a", "Name and logo");
    admin.type("#name", "Northwind Desk");
    admin.click("button", "Save");
    admin.awaitText("#admin-notice", "Saved.");
    admin.awaitText(".baton-brand", "Northwind Desk");
    looksRight(admin, "first-hour-name");
  }

  private void setMailUp(Browser admin) {
    admin.open("/desk/admin/agents/admin");
    admin.type("#email", "chief@northwind.example");
    admin.click(".baton-admin-form button", "Save");
    admin.awaitText("#admin-notice", "Saved.");

    admin.open(GUIDE);
    admin.click("#step-mailOut a", "Mail server");
    admin.type("#address", "service");
    admin.type("#host", "127.0.0.1");
    admin.choosePlain("#tls", "Not encrypted");
    admin.type("#port", String.valueOf(mails.getSmtp().getPort()));
    admin.click(".baton-admin-form button", "Save");
    admin.awaitText("#address-problem", "An address such as");
    admin.type("#address", DESK);
    admin.click(".baton-admin-form button", "Save");
    admin.awaitText("#admin-notice", "Saved.");
    looksRight(admin, "first-hour-mail-server");
    admin.open(GUIDE);
    admin.click("#step-mailOut button", "Send a test message to me");
    admin.awaitText("#setup-result", "accepted the message to chief@northwind.example");
    MimeMessage test = mailTo("chief@northwind.example", 1);
    assertThat(header(test, "From")).isEqualTo("Northwind Desk <" + DESK + ">");

    admin.click("#step-mailIn a", "New mailbox");
    admin.type("#name", "service");
    admin.type("#host", "127.0.0.1");
    admin.choosePlain("#tls", "Not encrypted");
    admin.type("#port", String.valueOf(mails.getImap().getPort()));
    admin.type("#user", DESK);
    admin.type("#password", "not this");
    admin.choosePlain("#trust", "The server refuses forged senders");
    admin.click(".baton-admin-form button", "Save");
    admin.awaitText("#admin-notice", "Saved.");
    admin.click("button", "Test connection");
    admin.awaitText("#host-problem", "The mail server said");
    admin.type("#password", PASSWORD);
    admin.click(".baton-admin-form button", "Save");
    admin.awaitText("#admin-notice", "Saved.");
    admin.click("button", "Test connection");
    admin.awaitText("#admin-done", "The mailbox can be opened.");
    looksRight(admin, "first-hour-mailbox");
    admin.open(GUIDE);
    admin.click("#step-mailIn button", "Send it a test message");
    admin.awaitText("#setup-trip", "The test message came in through service");
  }

  private static void servesThreeClients(Browser admin) {
    importTable(admin, "clients", CLIENTS, "3 new");
    importTable(admin, "services", SERVICES, "3 new");
    importTable(admin, "requesters", REQUESTERS, "3 new");
  }

  private static void promisesSomething(Browser admin) {
    admin.open(GUIDE);
    admin.click("#step-calendars a", "Calendars");
    admin.click("a", "New calendar");
    admin.type("#name", "office");
    admin.type("#zone", "Europe/Berlin");
    for (String day : List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")) {
      admin.type("[name$='%s.0.from']".formatted(day), "08:00");
      admin.type("[name$='%s.0.to']".formatted(day), "17:00");
    }
    admin.choosePlain("#country", "Germany");
    admin.awaitText("#region", "Bavaria");
    admin.choosePlain("#region", "Bavaria");
    admin.click("#check", "Check");
    admin.awaitText("#check-result", "This will be the first version.");
    admin.click("#publish", "Publish");
    admin.awaitText("#admin-notice", "published");

    admin.open(GUIDE);
    admin.click("#step-agreements a", "Agreements");
    admin.click("a", "New agreement");
    admin.click(".baton-admin-cards a", "Office hours");
    admin.type("#name", "standard");
    admin.click("#check", "Check");
    admin.awaitText("#check-result", "due");
    looksRight(admin, "first-hour-agreement");
    admin.click("#publish", "Publish");
    admin.awaitText("#admin-notice", "published");
  }

  private static void getsTwelveAgents(Browser admin) {
    importTable(admin, "teams", "code,name\nservice-desk,Service Desk\nnetwork,Network\n", "");
    StringBuilder table =
        new StringBuilder("login,name,email,roles,teams,zone,language,active,invite\n");
    for (int i = 1; i <= 11; i++) {
      table.append(
          "agent%1$02d,Agent %1$02d,agent%1$02d@northwind.example,%2$s,%3$s,Europe/Berlin,en,true,true\n"
              .formatted(
                  i, i == 1 ? "TEAM_LEAD" : "AGENT", i % 3 == 0 ? "network" : "service-desk"));
    }
    importTable(admin, "agents", table.toString(), "11 new");
  }

  private static void plansShifts(Browser admin) {
    admin.open(GUIDE);
    admin.click("#step-rota a", "Plan shifts");
    admin.awaitText("h1", "People");
    admin.open("/desk/people/agents/agent02");
    admin.click("a", "Add weekly shift");
    admin.type("#rota-start", "00:00");
    admin.type("#rota-end", "23:45");
    admin.ask(
        "document.querySelectorAll('#people-form [name=days]').forEach(e => { e.checked = true; })");
    admin.click(".baton-rota-form button[type=submit]", "");
    admin.awaitText("#people-notice", "added");
  }

  private static void letsMonitoringIn(Browser admin) {
    admin.open(GUIDE);
    admin.click("#step-monitoring a", "New source");
    admin.type("#code", "alertmanager");
    admin.type("#client", "acme");
    admin.type("#severities", "critical = HIGH HIGH");
    admin.click(".baton-admin-form button", "Save");
    admin.awaitText("#admin-secret", "");
  }

  private void aRealMailBecomesAnIncident(Browser admin) {
    GreenMailUtil.sendTextEmail(
        DESK,
        "rita@acme.example",
        "Drucker druckt nicht",
        "Seit heute Morgen.",
        mails.getSmtp().getServerSetup());
    MimeMessage receipt = mailTo("rita@acme.example", 1);
    assertThat(header(receipt, "From")).contains("Northwind Desk");
    assertThat(header(receipt, "Subject")).contains("INC-");
    admin.open("/desk/search?q=Drucker");
    admin.awaitText("#content", "Drucker druckt nicht");
  }

  private void anInvitedAgentSetsThePasswordAndWorks() {
    Matcher link = LINK.matcher(GreenMailUtil.getBody(mailTo("agent02@northwind.example", 1)));
    assertThat(link.find()).isTrue();
    try (Browser agent = new Browser(desk.port())) {
      agent.open(link.group(1));
      agent.awaitText("body", "Northwind Desk");
      agent.type("#chosen", PASSWORD);
      agent.type("#again", PASSWORD);
      agent.click("button[type=submit]", "");
      agent.awaitText("body", "Your password is set");
      agent.type("#login", "agent02");
      agent.type("#password", PASSWORD);
      agent.click("button[type=submit]", "");
      agent.open("/desk/incidents");
      agent.awaitText("#content", "Drucker druckt nicht");
      agent.picture("first-hour-agent");
    }
  }

  private static void importTable(Browser admin, String topic, String table, String expected) {
    admin.open("/desk/admin/" + topic + "/import");
    admin.upload("#file", topic + ".csv", table);
    admin.click("button", "Check");
    admin.awaitText("#admin-import-result", expected);
    admin.awaitText("#admin-import-result", "0 with errors");
    admin.click("form[action$='/confirm'] button", "");
    admin.awaitThat(
        "it is done", "return !document.querySelector(\"form[action$='/confirm'] button\")");
  }

  /** The mail of this number to this address, as soon as it is there. */
  private MimeMessage mailTo(String address, int number) {
    await().atMost(LONGEST_DELIVERY).until(() -> mailsTo(address).size() >= number);
    return mailsTo(address).get(number - 1);
  }

  private List<MimeMessage> mailsTo(String address) {
    return Arrays.stream(mails.getReceivedMessages())
        .filter(mail -> header(mail, "To").contains(address))
        .toList();
  }

  private static String header(MimeMessage mail, String name) {
    try {
      return mail.getHeader(name, null) == null ? "" : mail.getHeader(name, null);
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void looksRight(Browser admin, String name) {
    for (int width : new int[] {390, 1100, 1440}) {
      admin.width(width);
      admin.awaitThat(
          "no sideways scrolling",
          "return document.documentElement.scrollWidth <= window.innerWidth + 1");
      admin.picture(name + "-" + width);
    }
    assertThat(admin.barriers("body")).as(name).isEmpty();
  }
}
