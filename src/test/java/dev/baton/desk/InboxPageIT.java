package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.delivery.Inbox;
import dev.baton.notification.delivery.OutgoingMessage;
import dev.baton.notification.template.RenderedMessage;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Everybody's own inbox, the bell, and the navigation around every page. */
class InboxPageIT extends PagesDesk {

  private static final String PAGE = "/desk/inbox";
  private static final Pattern MARK = Pattern.compile("seen=([0-9a-f]{32})");
  private static final Pattern MESSAGE = Pattern.compile("id=\"inbox-mark-(\\d+)\"");

  @Autowired Inbox inbox;

  private ApiClient qa;

  @BeforeEach
  void nothingIsUnread() {
    qa = agent.as("qa-specialist");
    inbox.readAll("qa-specialist");
  }

  @Test
  void messagesAreListedNewestFirstAndMarked() {
    tell("First words " + SCRIPT);
    tell("Second words");

    String page = qa.get(PAGE).body();
    assertThat(page)
        .containsSubsequence("Second words", "First words &lt;script&gt;")
        .contains("Unread:", "Mark as read", "Mark all as read")
        .contains("<title>(2) Inbox – Baton</title>", "Inbox, 2 unread messages")
        .doesNotContain("<script>alert", "<img");

    String id = idsIn(page).get(0);
    Answer marked = send(qa, PAGE + "/" + id + "/read?view=unread");
    assertThat(marked.body())
        .contains("First words", "Marked as read.", "Inbox, 1 unread message\"")
        .doesNotContain("Second words");
    assertThat(qa.get(PAGE + "?view=all").body()).contains("Second words", "Mark as unread");

    assertThat(send(qa, PAGE + "/" + id + "/unread?view=all").body())
        .contains("Marked as unread.", "Inbox, 2 unread messages");

    assertThat(send(qa, PAGE + "/read?view=unread").body())
        .contains("caught up", "All messages marked as read.", "Inbox, no unread messages")
        .doesNotContain("First words");
    assertThat(qa.get(PAGE).body()).contains("<title>Inbox – Baton</title>");
  }

  @Test
  void nobodyReadsOrMarksTheMessagesOfSomebodyElse() {
    tell("For the specialist");
    String id = idsIn(qa.get(PAGE).body()).get(0);

    for (String path : List.of("/" + id + "/read", "/" + id + "/unread")) {
      assertThat(send(agent, PAGE + path).status()).isEqualTo(404);
      assertThat(send(requester, PAGE + path).status()).isEqualTo(404);
    }
    send(agent, PAGE + "/read");
    assertThat(agent.get(PAGE + "?view=all").body()).doesNotContain("For the specialist");
    assertThat(qa.get(PAGE).body()).contains("For the specialist");
    assertThat(nobody().get(PAGE).status()).isEqualTo(401);
  }

  @Test
  void onlyWhatChangedComesAgain() {
    tell("Once");
    String page = qa.get(PAGE).body();
    String seen = mark(page);

    assertThat(qa.get(PAGE + "/messages?view=unread&seen=" + seen).status()).isEqualTo(204);
    assertThat(qa.get(PAGE + "/bell?seen=1").status()).isEqualTo(204);

    tell("Twice");
    Answer news = qa.get(PAGE + "/messages?view=unread&seen=" + seen);
    assertThat(news.body()).contains("Twice").doesNotContain("<html");
    assertThat(qa.get(PAGE + "/bell?seen=1").body())
        .contains("id=\"baton-bell\"", "data-unread=\"2\"");
  }

  @Test
  void manyMessagesAreReadPageByPageAndTheBellCountsTo99() {
    for (int i = 0; i < 103; i++) {
      tell("Number " + i);
    }

    assertThat(qa.get(PAGE).body())
        .contains("<title>(99+) Inbox", "more than 99 unread messages", "rel=\"next\"", "Page 1")
        .doesNotContain("rel=\"prev\"");
    assertThat(idsIn(qa.get(PAGE).body())).hasSize(25);
    String last = qa.get(PAGE + "?page=4").body();
    assertThat(idsIn(last)).hasSize(3);
    assertThat(last).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
    assertThat(idsIn(qa.get(PAGE + "?page=99").body())).as("the last page").hasSize(3);
    assertThat(qa.get(PAGE + "?page=x&view=y").status()).isEqualTo(200);
  }

  @Test
  void openingTheIncidentReadsWhatIsAboutIt() {
    String number = newIncident("Ladder wobbles");
    tell("About the ladder", number);
    tell("About another");

    qa.get(pageOf(number));

    assertThat(qa.get(PAGE).body()).contains("About another").doesNotContain("About the ladder");
  }

  @Test
  void theApiMarksAMessageAsUnreadAgain() {
    tell("By a program");
    String id = idsIn(qa.get(PAGE).body()).get(0);
    qa.post("/api/v1/inbox/" + id + "/read");
    assertThat(qa.get("/api/v1/inbox?unread=true").body()).doesNotContain("By a program");

    assertThat(agent.post("/api/v1/inbox/" + id + "/unread").status()).isEqualTo(404);
    assertThat(qa.post("/api/v1/inbox/" + id + "/unread").status()).isEqualTo(204);

    assertThat(qa.get("/api/v1/inbox?unread=true").body()).contains("By a program");
  }

  @Test
  void theNavigationShowsWhatTheRoleMaySeeAndWhereOneIs() {
    assertThat(navigation(agent, "/desk/incidents"))
        .contains(">Incidents<", ">Inbox<", ">Tasklist<")
        .contains("href=\"/desk/incidents\" aria-current=\"page\"")
        .doesNotContain(">Board<", ">Cockpit<", ">Flows<");
    assertThat(navigation(agent.as("service-desk-manager"), PAGE))
        .contains(">Board<", ">Cockpit<", ">Flows<", "#/service-desk")
        .contains("href=\"/desk/inbox\" aria-current=\"page\"");
    assertThat(navigation(agent, pageOf(newIncident("Where am I"))))
        .contains("href=\"/desk/incidents\" aria-current=\"true\"");
    assertThat(navigation(requester, "/desk/incidents"))
        .contains(">Incidents<")
        .doesNotContain(">Inbox<", ">Tasklist<", ">Board<", ">Cockpit<", ">Flows<");
  }

  @Test
  void theBarShowsTheNameOfThePerson() {
    assertThat(agent.as("team-lead").get("/desk/incidents").body()).contains(">Team lead</a>");
    assertThat(requester.get("/desk/incidents").body()).contains(">Ada</a>");
  }

  @Test
  void aGermanReadsGerman() {
    tell("Auf Deutsch");

    Answer page = qa.send(qa.request(PAGE).setHeader("Accept-Language", "de-DE").GET());

    assertThat(page.body())
        .contains("Posteingang, 1 ungelesene Nachricht\"", "Als gelesen markieren", "Ungelesen:");
  }

  private static String navigation(ApiClient who, String path) {
    String page = who.get(path).body();
    return page.substring(page.indexOf("<nav"), page.indexOf("</nav>"));
  }

  private static List<String> idsIn(String page) {
    return MESSAGE.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static String mark(String page) {
    Matcher mark = MARK.matcher(page);
    assertThat(mark.find()).isTrue();
    return mark.group(1);
  }

  private void tell(String subject) {
    tell(subject, "INC-2026-000001");
  }

  private void tell(String subject, String incident) {
    inbox.send(
        new OutgoingMessage(
            ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41),
            incident,
            NotificationEvent.REPLIED,
            "qa-specialist",
            null,
            "<a@b>",
            "<c@d>",
            new RenderedMessage(subject, "Text", "<p>Text</p>"),
            List.of()));
  }
}
