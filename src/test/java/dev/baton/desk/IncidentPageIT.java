package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.baton.api.ApiClient.Answer;
import dev.baton.web.text.LocalizableText;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An incident on its page: what is shown to whom, and what can be done there. */
class IncidentPageIT extends PagesDesk {

  @Autowired private JdbcTemplate database;
  @Autowired private PlatformTransactionManager transactions;

  @Test
  void anAgentSeesWhoWhatTheClocksTheConversationAndWhatNext() {
    String number = newIncident("Nobody can print on floor 3");

    Answer page = agent.get(pageOf(number));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains(number, "Nobody can print on floor 3", "The acme", "Gold", "ada@acme.example")
        .contains("Assigned", "It stopped.", "act-CLAIM", "act-HOLD", "act-RESOLVE")
        .contains("Timeline", "Routed to team")
        .doesNotContain("act-CONFIRM", "act-RESUME", "style=", "onclick");
  }

  @Test
  void theTimelineShowsTheMessagesOfPeopleAloneIfSomebodyWantsThat() {
    String number = newIncident("Talked about");
    write(agent, number, "NOTE", "Asked the second line about it.", null, null);

    String messages = agent.get(pageOf(number) + "?view=messages").body();
    assertThat(messages)
        .contains("Asked the second line about it.", "data-view=\"messages\"")
        .doesNotContain("Routed to team", "baton-item-done");
    String everything =
        agent
            .get(pageOf(number) + "/news?seen-revision=old&view=messages&turnView=everything")
            .body();
    assertThat(everything).contains("Asked the second line about it.", "Routed to team");
    assertThat(agent.get(pageOf(number) + "/news?seen-revision=old&view=messages").body())
        .doesNotContain("Routed to team");
  }

  @Test
  void whatTheSystemWroteAgainAndAgainIsFoldedAndNoWordOfPeople() {
    String number = newIncident("Watched closely");
    Instant at = Instant.parse("2031-02-03T09:00:00Z");
    for (int minutes : new int[] {0, 20, 40}) {
      machineEntry(number, at.plusSeconds(60L * minutes), "BREACHED", "flow", null);
    }
    machineEntry(number, at.plusSeconds(7_200), "BREACHED", "flow", null);
    for (int i = 0; i < 3; i++) {
      machineEntry(number, at.plusSeconds(10_000 + i), "ESCALATED", "flow", "Call them " + i);
    }

    String page = agent.get(pageOf(number) + "?order=oldest").body();
    String german =
        agent
            .send(
                agent
                    .request(pageOf(number) + "?order=oldest")
                    .setHeader("Accept-Language", "de-DE")
                    .GET())
            .body();

    String fold = fold(page, "3 deadline events, Mon 3 Feb 2031, 09:00–09:40");
    assertThat(fold.split("<li id=\"entry-j", -1)).hasSize(4);
    assertThat(german).contains("3 Fristereignisse, Mo. 3. Feb. 2031, 09:00–09:40");
    assertThat(page).contains("Call them 0", "Call them 2").doesNotContain("escalation steps");
    assertThat(agent.get(pageOf(number) + "?view=messages").body())
        .doesNotContain("deadline events");
  }

  @Test
  void kindsThatTakeTurnsAreFoldedEachUntilSomebodySpeaks() {
    String number = newIncident("Deadlines and escalations by turns");
    Instant at = Instant.parse("2031-02-04T09:00:00Z");
    for (int i = 0; i < 4; i++) {
      machineEntry(number, at.plusSeconds(1_200L * i), "BREACHED", "flow", null);
      machineEntry(number, at.plusSeconds(1_200L * i + 60), "ESCALATED", "flow", null);
    }
    machineEntry(number, at.plusSeconds(4_000), "BREACHED", "flow", "Somebody's words");
    machineEntry(number, at.plusSeconds(4_060), "ESCALATED", "flow", null);

    String page = agent.get(pageOf(number) + "?order=oldest").body();

    assertThat(page)
        .containsSubsequence(
            "4 deadline events, Tue 4 Feb 2031, 09:00–10:00",
            "4 escalation steps, Tue 4 Feb 2031, 09:01–10:01",
            "Somebody&#39;s words",
            "Escalated");
  }

  @Test
  void aPageThatFoldsToAFewLinesGoesOn() {
    String number = newIncident("Escalated all night");
    Instant at = Instant.parse("2031-02-03T22:00:00Z");
    write(agent, number, "NOTE", "The night begins.", null, null);
    for (int i = 0; i < 40; i++) {
      machineEntry(number, at.plusSeconds(60L * i), "ESCALATED", "flow", null);
    }

    String page = agent.get(pageOf(number)).body();

    assertThat(fold(page, "40 escalation steps")).contains("entry-j");
    assertThat(page).contains("The night begins.", "Routed to team", "data-shown=\"30\"");
    String seen = "?seen-revision=%s&order=newest&shown=30".formatted(mark(page, "revision"));
    assertThat(agent.get(pageOf(number) + "/news" + seen).status())
        .as("the page does not grow by itself")
        .isEqualTo(204);
  }

  /** The part of the page that opens below these words. */
  private static String fold(String page, String words) {
    int start = page.indexOf(words);
    assertThat(start).as(words).isPositive();
    assertThat(page.substring(0, start)).endsWith("<summary>");
    return page.substring(start, page.indexOf("</details>", start));
  }

  private void machineEntry(String number, Instant at, String kind, String actor, String note) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            done ->
                database.update(
                    "insert into journal_entry (id, incident_id, at, kind, actor, origin, text,"
                        + " note, visibility) select -(1 + count(*)), (select id from incident"
                        + " where number = ?), ?, ?, ?, 'Flow', 'It is past due.', ?, 'INTERNAL'"
                        + " from journal_entry where id < 0",
                    number,
                    LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                    kind,
                    actor,
                    note));
  }

  @Test
  void aGermanReadsGerman() {
    String number = newIncident("Der Drucker klemmt");

    Answer page =
        agent.send(agent.request(pageOf(number)).setHeader("Accept-Language", "de-DE").GET());

    assertThat(page.body()).contains("lang=\"de\"", "Aktionen", "Übernehmen", "Zugewiesen");
  }

  @Test
  void whatHappenedIsSaidInTheReadersLanguage() {
    String number = newIncident("Said in German");
    act(number, "CLAIM");
    act(number, "HOLD", "reason", "SUPPLIER", "until", "2031-03-04T10:00", "note", "Part ordered.");
    act(number, "RESUME");

    String english = agent.get(pageOf(number)).body();
    String german =
        agent
            .send(agent.request(pageOf(number)).setHeader("Accept-Language", "de-DE").GET())
            .body();

    assertThat(english)
        .contains("On hold, waiting for the supplier, until Tue 4 Mar 2031, 10:00. Part ordered.")
        .contains("Routed to team service-desk.", "Work resumed.");
    assertThat(german)
        .contains("wir warten auf einen Lieferanten, bis Di. 4. März 2031, 10:00. Part ordered.")
        .contains("Dem Team service-desk zugewiesen.", "Bearbeitung fortgesetzt.")
        .doesNotContain("On hold, waiting", "Routed to team", "Work resumed");
  }

  @Test
  void whatHappenedNamesPeopleAndTeamsAlsoWithinASentence() {
    String number = newIncident("Named");
    agent.as("admin").put("/api/v1/teams/dock", "{\"name\": \"Loading dock\"}");
    LocalizableText left = LocalizableText.of("entry.left.nobody-on-duty", "dock");
    message(number, LocalizableText.of("entry.and-away", left, "Fay", "away"));
    message(number, LocalizableText.of("entry.not-acknowledged", "senior-agent"));

    assertThat(agent.get(pageOf(number)).body())
        .contains("queue of team Loading dock because nobody is on duty", "Fay is away")
        .contains("Senior agent did not acknowledge in time")
        .doesNotContain("team dock", "senior-agent did");
  }

  private void message(String number, LocalizableText text) {
    machineEntry(number, Instant.now(), "QUEUED", "flow", null);
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            done ->
                database.update(
                    "update journal_entry set message = ? where id < 0 order by id limit 1",
                    text.toJson()));
  }

  @Test
  void theIncidentIsClaimedHeldResumedResolvedAndConfirmedFromItsPage() {
    String number = newIncident("All the way");

    assertThat(act(number, "CLAIM").body())
        .contains(number + " is in progress, assigned to", "In progress");
    Answer held = act(number, "HOLD", "reason", "REQUESTER", "note", "Which floor?");
    assertThat(held.body())
        .contains(number + " is on hold until", "On hold, waiting for the requester", "act-RESUME");
    assertThat(held.header("HX-Trigger")).isEqualTo("incident-changed");
    assertThat(act(number, "RESUME").body()).contains("In progress");
    assertThat(act(number, "RESOLVE", "code", "FIXED", "note", "Cleaned.").body())
        .contains(number + " is resolved. It closes on", "Cleaned.", "act-CONFIRM", "act-REOPEN");
    assertThat(act(number, "CONFIRM").body()).contains("Closed");

    assertThat(status(number)).isEqualTo("CLOSED");
  }

  @Test
  void whatTheFlowDoesNotOfferIsAPlainSentenceWithTheIncidentAsItStands() {
    String number = newIncident("Too late");
    agent.post("/api/v1/incidents/" + number + "/claim");

    Answer refused = act(number, "RESUME");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body())
        .contains("This is not possible right now.", "hx-swap-oob=\"true\"", "In progress");
  }

  @Test
  void whatIsMissingIsNamed() {
    String number = newIncident("Nothing said");
    act(number, "CLAIM");

    Answer refused = act(number, "RESOLVE", "code", "FIXED", "note", " ");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Not saved.");
    assertThat(status(number)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void aReplyGoesOutOnceHoweverOftenItIsSent() {
    String number = newIncident("Once only");
    String once = UUID.randomUUID().toString();

    Answer first = write(agent, number, "REPLY", "We are on it.", once, null);
    Answer second = write(agent, number, "REPLY", "We are on it.", once, null);

    assertThat(first.body()).contains("Reply sent to Ada.", "We are on it.");
    assertThat(second.body()).contains("has not been sent again");
    assertThat(contacts(number, "OUT")).hasSize(1);
    jobs.runDue();
    assertThat(
            JsonPath.<List<Object>>read(
                agent.get("/api/v1/incidents/" + number + "/notifications").body(),
                "$[?(@.event == 'UPDATE' && @.audience == 'REQUESTER')]"))
        .hasSize(1);
  }

  @Test
  void aReplyThatWaitsIsOneMailAndOneAct() {
    String number = newIncident("Which floor?");
    act(number, "CLAIM");
    String once = UUID.randomUUID().toString();

    Answer first = replyAnd(agent, number, "HOLD", "Dear Ada, which floor?", once);
    Answer second = replyAnd(agent, number, "HOLD", "Dear Ada, which floor?", once);
    jobs.runDue();

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body())
        .contains("Reply sent to Ada. " + number + " is on hold until", "act-RESUME")
        .doesNotContain("incident-then-HOLD");
    assertThat(second.body()).contains("has not been sent again");
    assertThat(status(number)).isEqualTo("ON_HOLD");
    assertThat(mailsToTheRequester(number)).containsExactly("RECEIVED", "UPDATE");
    assertThat(mailWith(number, "which floor?"))
        .contains("until we hear from you. Please reply by");
  }

  @Test
  void aReplyThatResolvesIsOneMailAndTheResolution() {
    String number = newIncident("It works");
    act(number, "CLAIM");

    Answer without = replyAnd(agent, number, "RESOLVE", "It works again.", null);
    Answer resolved =
        replyAnd(agent, number, "RESOLVE", "It works again.", null, "code", "WORKAROUND");
    jobs.runDue();

    assertThat(without.status()).isEqualTo(422);
    assertThat(without.body()).contains("Choose a resolution code.");
    assertThat(resolved.body()).contains("Reply sent to Ada. " + number + " is resolved.");
    assertThat(contacts(number, "OUT")).hasSize(1);
    assertThat(mailsToTheRequester(number)).containsExactly("RECEIVED", "UPDATE");
    assertThat(agent.get(pageOf(number)).body()).contains("Workaround provided");
  }

  @Test
  void anIncidentOnHoldIsResumedAndResolvedByOneReply() {
    String number = newIncident("Works since Monday");
    act(number, "CLAIM");
    act(number, "HOLD", "reason", "SUPPLIER");
    assertThat(agent.get(pageOf(number)).body())
        .contains("incident-then-RESOLVE")
        .doesNotContain("incident-then-HOLD");

    Answer without = replyAnd(agent, number, "RESOLVE", "It works again.", null);
    assertThat(without.status()).isEqualTo(422);
    assertThat(status(number)).isEqualTo("ON_HOLD");
    Answer resolved = replyAnd(agent, number, "RESOLVE", "It works again.", null, "code", "FIXED");
    jobs.runDue();

    assertThat(resolved.body()).contains("Reply sent to Ada. " + number + " is resolved.");
    assertThat(status(number)).isEqualTo("RESOLVED");
    assertThat(contacts(number, "OUT")).hasSize(1);
    assertThat(
            JsonPath.<List<String>>read(
                agent.get("/api/v1/incidents/" + number + "/timeline").body(), "$[*].kind"))
        .containsSubsequence("HELD", "RESUMED", "RESOLVED");
  }

  @Test
  void whatTheFlowRefusesSendsNothing() {
    String number = newIncident("Held already");
    act(number, "CLAIM");
    act(number, "HOLD", "reason", "SUPPLIER");
    String once = UUID.randomUUID().toString();

    Answer refused = replyAnd(agent, number, "HOLD", "Which floor?", once);
    jobs.runDue();

    assertThat(refused.status()).isEqualTo(409);
    assertThat(contacts(number, "OUT")).isEmpty();
    assertThat(mailsToTheRequester(number)).doesNotContain("UPDATE");
    act(number, "RESUME");
    assertThat(replyAnd(agent, number, "HOLD", "Which floor?", once).status()).isEqualTo(200);
  }

  @Test
  void onlyRepliesWaitAndOnlyForThoseWhoMay() {
    String number = newIncident("Who may");
    act(number, "CLAIM");

    assertThat(replyAnd(agent, number, "CANCEL", "Bye.", null).status()).isEqualTo(409);
    assertThat(replyAnd(agent, number, "HOLD", " ", null).status()).isEqualTo(422);
    assertThat(replyAnd(requester, number, "HOLD", "Me?", null).status()).isIn(403, 422);
    assertThat(contacts(number, "OUT")).isEmpty();
    assertThat(requester.get(pageOf(number)).body()).doesNotContain("incident-then-HOLD");
    assertThat(agent.get(pageOf(number)).body())
        .contains("incident-then-HOLD", "incident-then-RESOLVE");
  }

  @Test
  void afterAnActTheNextIncidentOfMineIsOffered() {
    String first = newIncident("First of mine");
    String other = newIncident("Other of mine");
    act(first, "CLAIM");
    act(other, "CLAIM");

    Answer held = act(first, "HOLD", "reason", "SUPPLIER");

    assertThat(held.body()).containsPattern("Next in my list: INC-");
    String link =
        found(held.body(), "<a href=\"/desk/incidents/(INC-[0-9-]+)\" data-task=\"[^\"]+\"");
    assertThat(link).isNotEqualTo(first);
    assertThat(agent.get("/api/v1/incidents/" + link).text("assignee")).isEqualTo("agent");
  }

  private List<String> mailsToTheRequester(String number) {
    return JsonPath.read(
        agent.get("/api/v1/incidents/" + number + "/notifications").body(),
        "$[?(@.audience == 'REQUESTER')].event");
  }

  private String mailWith(String number, String words) {
    return Pattern.compile("href=\"(/outbox/\\d+)\"")
        .matcher(agent.get("/outbox?q=" + number).body())
        .results()
        .map(link -> agent.get(link.group(1)).body())
        .filter(mail -> mail.contains(words))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNoteWithAFileStaysWithTheDesk() {
    String number = newIncident("With a file");

    Answer kept = write(agent, number, "NOTE", "See the log.", null, "printer.log");

    assertThat(kept.body()).contains("Internal note", "See the log.", "printer.log");
    assertThat(requester.get(pageOf(number)).body())
        .contains("With a file")
        .doesNotContain("See the log.", "printer.log", "Routed to team", "Internal note");
    String link = found(kept.body(), "href=\"(/api/v1/attachments/\\d+)\"");
    assertThat(agent.get(link).body()).contains("The log of the printer.");
    assertThat(requester.get(link).status()).isEqualTo(404);
  }

  @Test
  void aFileThatRunsIsRefusedAndNothingIsKept() {
    String number = newIncident("No programs");

    Answer refused = write(agent, number, "NOTE", "Run this", null, "helper.exe");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(contacts(number, "OUT")).isEmpty();
  }

  @Test
  void theFilesOfAReplyGoAlongWithItsMail() {
    String number = newIncident("Send me the log");
    write(agent, number, "NOTE", "Not for the client.", null, "internal.log");
    write(agent, number, "REPLY", "Here it is.", null, "printer.log");
    jobs.runDue();

    String outbox = agent.get("/outbox?q=" + number).body();
    List<String> withFiles =
        Pattern.compile("href=\"(/outbox/\\d+)\"")
            .matcher(outbox)
            .results()
            .map(link -> agent.get(link.group(1)).body())
            .filter(mail -> mail.contains("Attachments"))
            .toList();
    assertThat(withFiles).isNotEmpty();
    assertThat(withFiles)
        .allSatisfy(
            mail ->
                assertThat(mail)
                    .contains("Here it is.", "printer.log (")
                    .doesNotContain("internal.log"));
  }

  @Test
  void aReplyWithMoreThanAMailTakesIsRefusedBeforeItGoes() {
    String number = newIncident("Send me everything");
    String large = "x".repeat(11 * 1024 * 1024);

    Answer refused = write(agent, number, "REPLY", "Here it is.", null, "all.log", large);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("the limit is 10 MB");
    assertThat(contacts(number, "OUT")).isEmpty();
    assertThat(write(agent, number, "NOTE", "For us.", null, "all.log", large).status())
        .isEqualTo(200);
  }

  @Test
  void filesAloneAnswerNoPromise() {
    String number = newIncident("Only a file");

    write(agent, number, "REPLY", "", null, "manual.txt");

    String clocks = agent.get("/api/v1/incidents/" + number).body();
    assertThat(JsonPath.<List<String>>read(clocks, "$.obligations[?(@.kind=='RESPONSE')].metAt"))
        .allMatch(met -> met == null);
    assertThat(requester.get(pageOf(number)).body()).contains("manual.txt");
  }

  @Test
  void aRequesterWritesConfirmsAndSeesNothingOfAnotherClient() {
    String number = resolvedIncident("Of acme");

    assertThat(requester.get(pageOf(number)).body())
        .contains("act-CONFIRM", "act-REOPEN")
        .doesNotContain("act-CLAIM", "act-AMEND", "act-REPRIORITISE", "value=\"NOTE\"");
    assertThat(write(requester, number, "NOTE", "Sneaky", null, null).status()).isEqualTo(422);
    assertThat(send(requester, pageOf(number) + "/acts/CANCEL", "note", "x").status())
        .isEqualTo(403);
    for (String path : List.of("", "/panel", "/news", "/around", "/contacts/1/text")) {
      assertThat(stranger.get(pageOf(number) + path).status()).as(path).isEqualTo(404);
    }
    assertThat(write(stranger, number, "FROM_CLIENT", "Hello", null, null).status()).isEqualTo(404);
    assertThat(send(stranger, pageOf(number) + "/acts/CONFIRM").status()).isEqualTo(404);
    assertThat(nobody().get(pageOf(number)).status()).isIn(302, 401);

    write(requester, number, "FROM_CLIENT", "It is broken again.", null, null);
    jobs.runDue();
    assertThat(status(number)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void onlyWhatIsNewComesAgain() {
    String number = newIncident("News");
    String page = agent.get(pageOf(number) + "/panel").body();
    String seen =
        "?seen-now=%s&seen-acts=%s&seen-timeline=%s&order=newest&shown=30"
            .formatted(mark(page, "now"), mark(page, "acts"), mark(page, "timeline"));

    assertThat(agent.get(pageOf(number) + "/news" + seen).status()).isEqualTo(204);
    write(agent, number, "NOTE", "Something new", null, null);
    Answer news = agent.get(pageOf(number) + "/news" + seen);

    assertThat(news.body()).contains("Something new").doesNotContain("id=\"incident-acts\"");
  }

  @Test
  void aLongConversationIsReadInParts() {
    String number = newIncident("Long story");
    for (int i = 0; i < 35; i++) {
      write(agent, number, "NOTE", "Note number " + i + ".", null, null);
    }

    String first = agent.get(pageOf(number)).body();
    assertThat(first).contains("Note number 34.", "Show more").doesNotContain("Note number 1.");
    assertThat(agent.get(pageOf(number) + "?shown=90").body()).contains("Note number 1.");
    String oldest = agent.get(pageOf(number) + "?order=oldest").body();
    assertThat(oldest.indexOf("Note number 1.")).isBetween(0, oldest.indexOf("Note number 2."));
  }

  @Test
  void whatPeopleWroteIsTextInEveryPart() {
    String number =
        agent
            .post(
                "/api/v1/incidents",
                report("Subject " + SCRIPT).replace("It stopped.", "Words " + SCRIPT))
            .text("number");
    jobs.runDue();
    write(agent, number, "NOTE", SCRIPT, null, "<img src=x onerror=alert(3)>.txt");
    newIncident("Subject like the other");

    for (String path : List.of("", "/panel", "/news", "/around")) {
      assertThat(agent.get(pageOf(number) + path).body())
          .as(path)
          .doesNotContain("<script>alert", "<img");
    }
    assertThat(send(agent, pageOf(number) + "/preview", "text", SCRIPT).body())
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert", "<img");
  }

  @Test
  void similarAndLinkedIncidentsStandBeside() {
    String first = newIncident("Scanner jams on floor nine");
    String second = newIncident("Scanner jams again");
    act(second, "CLAIM");
    act(second, "DUPLICATE", "of", first);
    jobs.runDue();

    assertThat(agent.get(pageOf(second) + "/around").body())
        .contains(first, "original of this incident");
    assertThat(agent.get(pageOf(first) + "/around").body()).contains(second, "duplicate");
  }

  @Test
  void aFormFromAnotherSiteIsRefused() {
    String number = newIncident("Forged");

    Answer forged =
        agent.send(
            agent
                .request(pageOf(number) + "/acts/CLAIM")
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=b")));

    assertThat(forged.status()).isEqualTo(415);
    assertThat(status(number)).isEqualTo("ASSIGNED");
  }

  private Answer act(String number, String act, String... fields) {
    Answer answer = send(agent, pageOf(number) + "/acts/" + act, fields);
    jobs.runDue();
    return answer;
  }

  private String status(String number) {
    return agent.get("/api/v1/incidents/" + number).text("status");
  }

  private List<Object> contacts(String number, String direction) {
    return JsonPath.read(
        agent.get("/api/v1/incidents/" + number + "/contacts").body(),
        "$[?(@.direction == '" + direction + "')]");
  }

  private static String mark(String page, String part) {
    return found(page, "id=\"incident-" + part + "\"[^>]*data-seen=\"([0-9a-f]+)\"");
  }

  private static String found(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
