package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import dev.baton.intake.mail.IncomingMails;
import dev.baton.intake.mail.ReceivedMail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of contacts: the whole log, what is to be sorted, and what is in quarantine. */
class ContactsPageIT extends PagesDesk {

  private static final String PAGE = "/desk/contacts";

  @Autowired IncomingMails mails;
  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transactions;

  @Test
  void everyContactIsListedNewestFirstWithWhatItIsAbout() {
    String number = newIncident("Lamp flickers");
    write(agent, number, "REPLY", "We look at the zirconium lamp. " + SCRIPT, null, null);
    log("INFORMATION", "Gil Grissom", "Opening hours of the zirconium desk?");

    String page = list("q=zirconium");

    assertThat(page)
        .containsSubsequence("Opening hours of the zirconium", "We look at the zirconium lamp.")
        .contains("2 contacts", "Gil Grissom", "The acme", "Information", "No incident")
        .contains(
            "href=\"/desk/incidents/" + number + "\"", "Lamp flickers", "outgoing", "incoming")
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert", "<img");
    assertThat(list("")).containsSubsequence("zirconium desk", "zirconium lamp");
    assertThat(navigationOf(agent)).contains("href=\"/desk/contacts\" aria-current=\"page\"");
  }

  @Test
  void theListIsNarrowedByChannelDirectionClientKindAndIncident() {
    String number = newIncident("Tungsten fails");
    write(agent, number, "REPLY", "Tungsten answer", null, null);
    log("INFORMATION", "Somebody", "Tungsten question");

    assertThat(list("q=tungsten")).contains("Tungsten answer", "Tungsten question");
    assertThat(list("q=tungsten&incident=without"))
        .contains("Tungsten question")
        .doesNotContain("Tungsten answer");
    assertThat(list("q=tungsten&incident=with"))
        .contains("Tungsten answer")
        .doesNotContain("Tungsten question");
    assertThat(list("q=tungsten&direction=OUT"))
        .contains("Tungsten answer")
        .doesNotContain("Tungsten question");
    assertThat(list("q=tungsten&channel=PHONE&kind=INFORMATION&client=acme"))
        .contains("Tungsten question")
        .doesNotContain("Tungsten answer");
    assertThat(list("q=tungsten&client=globex")).contains("No contacts match");
    assertThat(list("q=tungsten&client=nobody-knows")).contains("No contacts match");
    assertThat(list("channel=CHAT")).doesNotContain("Tungsten");
  }

  @Test
  void aContactIsFoundByItsWordsByWhoItWasWithAndByPhoneInAnySpelling() {
    log("ABANDONED", "+49 (0)30 777-6655", null);
    log("INFORMATION", "Quillon Zephyrine", "Asked for a bismuth crystal");
    String number = newIncident("Bismuth order");

    for (String spelling : List.of("0049 30 7776655", "030/7776655", "+49 30 777 66 55")) {
      assertThat(list("q=" + encoded(spelling)))
          .as(spelling)
          .contains("+49 (0)30 777-6655", "Abandoned call")
          .doesNotContain("Quillon");
    }
    assertThat(list("q=zephyr")).contains("bismuth crystal");
    assertThat(list("q=" + encoded("quillon crystal"))).contains("bismuth crystal");
    assertThat(list("q=" + encoded("quillon diamond"))).contains("No contacts match");
    assertThat(list("q=" + encoded("ada@acme.example"))).contains(number);
    assertThat(list("q=" + number)).contains(number).doesNotContain("Quillon");
  }

  @Test
  void whatIsRareIsFoundBehindTheNewestAndTheListHasPages() {
    log("INFORMATION", "Old Hand", "An old ytterbium question");
    transactions.executeWithoutResult(
        status ->
            database.update(
                """
                insert into contact (id, kind, direction, channel, from_text, subject, body,
                  visibility, logged_by, origin, at)
                select 700000000 + seq, 'INFORMATION', 'IN', 'CHAT', 'Crowd', 'Crowded lutetium',
                  'Crowd', 'INTERNAL', 'agent', 'API', date_add(utc_timestamp(3), interval 1 day)
                from seq_1_to_2100
                """));
    try {
      assertThat(list("q=ytterbium")).contains("An old ytterbium question", "1 contact<");
      assertThat(list("q=lutetium")).contains("More than 50 contacts", "page=1\"");
      assertThat(list("q=lutetium&page=1")).contains("rel=\"prev\"", "Crowded lutetium");
      assertThat(list("channel=CHAT&page=2")).contains("More than 1,000 contacts", "rel=\"next\"");
    } finally {
      transactions.executeWithoutResult(
          status -> database.update("delete from contact where id > 700000000"));
    }
  }

  @Test
  void nothingTypedBreaksTheList() {
    for (String q :
        new String[] {"+", "\"", "(*", "the", "'", "%", "a b", "@", "<b>", "0000", "12"}) {
      assertThat(list("q=" + encoded(q))).as(q).doesNotContain("<b>");
    }
    assertThat(Jsoup.parse(list("channel=X&direction=Y&kind=Z&incident=maybe&page=x")).select("tr"))
        .hasSameSizeAs(Jsoup.parse(list("")).select("tr"));
  }

  @Test
  void aMailIsLinkedToTheIncidentThatItNamesAndTheNextOneIsOffered() {
    String number = newIncident("Palladium pump leaks");
    long first = receive("stranger@other.example", "Re: " + number, "I am " + SCRIPT + " on it.");
    long second = receive("nobody@else.example", "Hello", "Who am I?");

    String page = agent.get(PAGE + "/" + first).body();
    assertThat(page)
        .contains("Its subject has the number. The sender has no part in that incident.")
        .contains("Link to " + number, "Palladium pump leaks", "named in the message")
        .contains("&lt;script&gt;", "Confirmed by our mail server")
        .doesNotContain("<script>alert", "<img");
    Answer german =
        agent.send(agent.request(PAGE + "/" + first).setHeader("Accept-Language", "de").GET());
    assertThat(german.body())
        .contains(
            "Die Nummer steht im Betreff. Der Absender ist an dieser Störung nicht beteiligt.");
    assertThat(agent.get(PAGE + "/to-sort").body())
        .containsSubsequence("stranger@other.example", "nobody@else.example", "not known");

    assertThat(send(agent, PAGE + "/" + first + "/link", "incident", "nonsense").status())
        .isEqualTo(422);
    Answer linked =
        send(agent, PAGE + "/" + first + "/link", "incident", number + " · Palladium pump leaks");

    assertThat(linked.status()).isEqualTo(200);
    assertThat(linked.header("HX-Redirect")).endsWith("?done=" + first);
    assertThat(agent.get(linked.header("HX-Redirect")).body())
        .contains("is linked to " + number + ".", "Open " + number);
    assertThat(agent.get("/api/v1/incidents/" + number + "/contacts").body()).contains("on it.");
    assertThat(send(agent, PAGE + "/" + first + "/link", "incident", number).status())
        .isEqualTo(409);
    assertThat(agent.get(PAGE + "/" + first).body())
        .contains("is linked to " + number, "Agent,")
        .doesNotContain("Why it is here");
    assertThat(agent.get(PAGE + "/" + second).body()).contains("The sender is not known.");
  }

  @Test
  void aMailBecomesAnIncidentOfTheRequesterWhoIsChosen() {
    long contact = receive("gil@nowhere.example", "Iridium broke", "It broke.");

    String people = agent.get(PAGE + "/choices/people?q=ada&client=acme").body();
    assertThat(people).contains("\"open-client\":\"acme\"", "\"open-email\":\"ada@acme.example\"");
    assertThat(agent.get(PAGE + "/choices/people?q=ada&client=globex").body()).isEqualTo("[]");
    assertThat(send(agent, PAGE + "/" + contact + "/open", "subject", "No client").status())
        .isEqualTo(422);
    Answer opened =
        send(
            agent,
            PAGE + "/" + contact + "/open",
            "client",
            "acme",
            "requesterName",
            "Ada",
            "requesterEmail",
            "ada@acme.example",
            "subject",
            "Iridium broke again",
            "impact",
            "HIGH",
            "urgency",
            "HIGH");

    assertThat(opened.status()).as(opened.body()).isEqualTo(200);
    String number =
        database.queryForObject(
            "select i.number from contact c join incident i on i.id = c.incident_id where c.id = ?",
            String.class,
            contact);
    assertThat(agent.get(opened.header("HX-Redirect")).body())
        .contains("became the new incident " + number);
    assertThat(agent.get("/api/v1/incidents/" + number).body())
        .contains("Iridium broke again", "\"impact\":\"HIGH\"", "ada@acme.example");
    assertThat(agent.get(PAGE + "/choices/incidents?q=iridium").body())
        .contains(number + " · Iridium broke again", "The acme");
  }

  @Test
  void aMailIsDismissedWithAReasonThatTheLogShows() {
    long contact = receive("sales@adverts.example", "Osmium for sale", "Buy now.");

    assertThat(send(agent, PAGE + "/" + contact + "/dismiss", "reason", "BORED").status())
        .isEqualTo(422);
    Answer dismissed =
        send(agent, PAGE + "/" + contact + "/dismiss", "reason", "SPAM", "note", "Third time");

    assertThat(agent.get(dismissed.header("HX-Redirect")).body())
        .contains("was dismissed: spam or advertising. Third time");
    assertThat(list("q=osmium")).contains("Dismissed: spam or advertising", "No incident");
    assertThat(agent.get(PAGE + "/to-sort").body()).doesNotContain("Osmium for sale");
  }

  @Test
  void aBlockedSendersMailNoLongerWaitsAndIsKeptUntilItIsUnblocked() {
    long first = receive("Offers@Adverts.example", "Gallium for sale", "Buy now.");
    assertThat(agent.get(PAGE + "/" + first).body()).contains("Block offers@adverts.example");

    send(agent, PAGE + "/" + first + "/dismiss", "reason", "SPAM", "block", "true");
    receive("offers@adverts.EXAMPLE", "Gallium for less", "Buy now, " + SCRIPT);

    assertThat(agent.get(PAGE + "/to-sort").body()).doesNotContain("Gallium for less");
    assertThat(list("q=gallium")).contains("Gallium for less");
    assertThat(agent.get(PAGE + "/blocked").body())
        .contains("offers@adverts.example", "Unblock", "Blocked senders (");
    assertThat(send(agent, PAGE + "/blocked/remove", "address", "no@one.example").status())
        .isEqualTo(404);
    Answer unblocked = send(agent, PAGE + "/blocked/remove", "address", "offers@adverts.example");
    assertThat(agent.get(unblocked.header("HX-Redirect")).body())
        .contains("New emails from this address wait")
        .doesNotContain("offers@adverts.example");
    receive("offers@adverts.example", "Gallium again", "Buy now.");
    assertThat(agent.get(PAGE + "/to-sort").body()).contains("Gallium again");
  }

  @Test
  void nobodyBlocksAKnownRequester() {
    long contact = receive("gallus@unknown.example", "Thallium", "Hello");
    long another = receive("gallus@unknown.example", "Thallium again", "Hello");
    String open = PAGE + "/" + contact + "/open";
    send(
        agent,
        open,
        "client",
        "acme",
        "requesterName",
        "Gallus",
        "requesterEmail",
        "gallus@unknown.example",
        "subject",
        "Thallium");

    assertThat(agent.get(PAGE + "/" + another).body()).doesNotContain("dismiss-block");
    Answer refused =
        send(agent, PAGE + "/" + another + "/dismiss", "reason", "SPAM", "block", "true");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(agent.get(PAGE + "/to-sort").body()).contains("Thallium again");
    assertThat(requester.get(PAGE + "/blocked").status()).isEqualTo(403);
    assertThat(send(agent.as("qa-specialist"), PAGE + "/blocked/remove", "address", "x").status())
        .isEqualTo(403);
  }

  @Test
  void aReceivedMailIsShownAloneWithNothingThatActsOrLoads() {
    long contact =
        received(
            "gina@markup.example",
            "Rhenium",
            "text/html",
            "<p>Hello<script>alert(1)</script><img src='http://x.example/a.png'></p>");

    Answer mail = agent.get(PAGE + "/" + contact + "/mail");

    assertThat(mail.header("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
    assertThat(mail.body()).contains("Hello").doesNotContain("<script", "<img");
    assertThat(agent.get(PAGE + "/999999999/mail").status()).isEqualTo(404);
    assertThat(agent.get(PAGE + "/999999999").status()).isEqualTo(404);
  }

  @Test
  void aMailInQuarantineIsTriedAgainOrDismissed() {
    long first = tooLarge("Film one");
    long second = tooLarge("Film two " + SCRIPT);

    String page = agent.get(PAGE + "/quarantine").body();
    assertThat(page)
        .containsSubsequence("Film one", "Film two &lt;script&gt;")
        .contains("only its header was fetched", "mailbox received, 878,906 KB", "Try again")
        .doesNotContain("<script>alert", "<img");
    Answer raw = agent.get(PAGE + "/quarantine/" + first + "/raw");
    assertThat(raw.header("Content-Disposition")).startsWith("attachment");
    assertThat(raw.body()).contains("Subject: Film one");

    Answer again = send(agent, PAGE + "/quarantine/" + first + "/retry");
    Answer dismissed = send(agent, PAGE + "/quarantine/" + second + "/dismiss");
    jobs.runDue();

    assertThat(agent.get(again.header("HX-Redirect")).body()).contains("is being processed again");
    assertThat(agent.get(dismissed.header("HX-Redirect")).body())
        .contains("The mail was dismissed.")
        .doesNotContain("Film one", "Film two");
    assertThat(state(first)).isEqualTo("DONE");
    assertThat(state(second)).isEqualTo("DISMISSED");
    assertThat(send(agent, PAGE + "/quarantine/" + second + "/retry").status()).isEqualTo(409);
    assertThat(send(agent, PAGE + "/quarantine/" + second + "/burn").status()).isEqualTo(422);
    assertThat(agent.get(PAGE + "/quarantine/" + second + "/raw").status()).isEqualTo(404);
  }

  @Test
  void aClientsPeopleAreRefusedAndWhoOnlyReadsIsOfferedNoActs() {
    long contact = receive("who@knows.example", "Cadmium", "Hello?");
    for (String path :
        List.of("", "/to-sort", "/quarantine", "/" + contact, "/choices/incidents?q=a")) {
      Answer refused =
          requester.send(requester.request(PAGE + path).setHeader("Accept", "text/html"));
      assertThat(refused.status()).as(path).isEqualTo(403);
      assertThat(refused.body()).as(path).contains("<h1>Access denied</h1>");
    }
    assertThat(requester.get("/desk/incidents").body()).doesNotContain("/desk/contacts");
    ApiClient reader = agent.as("qa-specialist");
    assertThat(reader.get(PAGE + "/" + contact).body())
        .contains("Cadmium", "Why it is here")
        .doesNotContain("hx-post=\"/desk/contacts");
    for (String act : List.of("/link", "/open", "/dismiss")) {
      assertThat(send(reader, PAGE + "/" + contact + act).status()).as(act).isEqualTo(403);
    }
    assertThat(send(reader, PAGE + "/quarantine/1/retry").status()).isEqualTo(403);
  }

  private String list(String query) {
    Answer page = agent.get(PAGE + "?" + query);
    assertThat(page.status()).as(query).isEqualTo(200);
    return page.body();
  }

  private String navigationOf(ApiClient who) {
    String page = who.get(PAGE).body();
    return page.substring(page.indexOf("<nav"), page.indexOf("</nav>"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void log(String kind, String from, String body) {
    Answer logged =
        agent.post(
            "/api/v1/contacts",
            """
            {"kind": "%s", "client": "acme", "direction": "IN", "channel": "PHONE", "from": "%s",
             "body": %s, "visibility": "INTERNAL"}
            """
                .formatted(kind, from, body == null ? "null" : "\"" + body + "\""));
    assertThat(logged.status()).as(logged.body()).isEqualTo(201);
  }

  private long receive(String from, String subject, String text) {
    return received(from, subject, "text/plain", text);
  }

  private long received(String from, String subject, String type, String text) {
    long stored = ReceivedMail.store(mails, database, mail(from, subject, type, text));
    jobs.runDue();
    return database.queryForObject(
        "select contact_id from incoming_mail where id = ?", Long.class, stored);
  }

  private long tooLarge(String subject) {
    long stored =
        ReceivedMail.storeHead(
            mails, database, mail("film@maker.example", subject, "text/plain", ""));
    jobs.runDue();
    return stored;
  }

  private String state(long mail) {
    return database.queryForObject(
        "select state from incoming_mail where id = ?", String.class, mail);
  }

  private static byte[] mail(String from, String subject, String type, String body) {
    return """
    Authentication-Results: mx.baton.example; dmarc=pass header.from=%s
    From: %s
    To: desk@baton.example
    Subject: %s
    Message-ID: <%s@mail.example>
    MIME-Version: 1.0
    Content-Type: %s

    %s
    """
        .formatted(
            from.substring(from.indexOf('@') + 1), from, subject, UUID.randomUUID(), type, body)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
