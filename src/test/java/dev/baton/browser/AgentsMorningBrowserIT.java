package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A morning at the desk, without leaving Tasklist; and the pages for those outside it. */
abstract class AgentsMorningBrowserIT {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String CALLER = "c.reid@harcourtvane.example";

  /** How many unread messages the bell shows. */
  private static final String UNREAD =
      "Number(document.querySelector('#baton-bell').dataset.unread.replace('+', ''))";

  private final DemoDeskProgram desk;

  AgentsMorningBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void aSecondCallIsAddedAndTheIncidentIsWorkedOnInItsTabUntilItIsConfirmed() {
    String number =
        JsonPath.<List<String>>read(
                desk.get("/api/v1/incidents?q=Meridian&client=harcourt-vane", "agent"),
                "$.items[*].number")
            .get(0);
    int before = incidents();
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn(TASKLIST, "agent", "baton");
      addTheCall(agent, number);
      assertThat(incidents()).isEqualTo(before);

      agent.click("a", "My team's queue");
      agent.openTask(number, "Resolve at first line");
      openTab(agent, number);
      agent.awaitText("#incident-timeline", "Still locked out");
      assertThat(agent.barriers(".baton-tab")).isEmpty();
      agent.picture("tab-incident");
      agent.click("#act-CLAIM button", "Claim");
      awaitStatus(number, "IN_PROGRESS");

      agent.click("#act-HOLD summary", "Put on hold");
      agent.type("#act-HOLD-note", "Which matter number is it?");
      agent.click("#act-HOLD form button", "Put on hold");
      awaitStatus(number, "ON_HOLD");
      theAnswerArrives(number);
      awaitStatus(number, "IN_PROGRESS");

      agent.click("a", "Answered by the client");
      agent.awaitThat(
          "the card of " + number,
          """
          const card = [...document.querySelectorAll('li.task')]
              .find(e => e.textContent.includes(arguments[0]));
          card?.querySelector('h4 a').click();
          return !!card;
          """,
          number);
      agent.awaitText(".baton-tab .baton-number", number);
      agent.awaitText("#incident-timeline", "It is 4711.");
      agent.type("#incident-message-text", "Thank you, we look into 4711.");
      agent.click("#incident-message button[type=submit]", "Send");
      agent.awaitText("#incident-notice", "Reply sent to");
      agent.click("#act-RESOLVE summary", "Resolve");
      agent.type("#act-RESOLVE-note", "Matter 4711 is open to her again.");
      agent.click("#act-RESOLVE form button", "Resolve");
      awaitStatus(number, "RESOLVED");

      agent.open("/desk/incidents/" + number);
      agent.click("#act-CONFIRM button", "Confirm");
      awaitStatus(number, "CLOSED");
      agent.awaitText(".baton-status", "Closed");
    }
  }

  @Test
  void aReplyIsSeenEverywhereUntilTheIncidentIsOpened() {
    String number = assigned("Projector stays dark");
    desk.post("/api/v1/inbox/read", "agent", "{}");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents?q=" + number, "agent", "baton");
      agent.awaitText(".baton-who", "Lena Fischer");
      assertThat(agent.ask("return document.querySelectorAll('.baton-new').length")).isEqualTo(0L);
      theAnswerArrives(number);

      agent.awaitThat("the bell rings", "return " + UNREAD + " > 0");
      agent.awaitThat("the title counts", "return document.title.startsWith('(')");
      assertThat(agent.ask("return document.querySelector('#baton-bell').ariaLabel"))
          .asString()
          .matches("Inbox, \\d+ unread messages?");
      agent.open("/desk/incidents?reply=unread&q=" + number);
      agent.awaitText("tr.baton-unread .baton-new", "New from the client since");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("list-unread");
      agent.open(TASKLIST);
      agent.click("a", "Answered by the client");
      agent.awaitText("li.task", number);
      agent.awaitText("li.task .variable-value", "new");
      agent.picture("tasklist-answered");

      agent.open("/desk/inbox");
      agent.awaitText(".baton-unread a", number);
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("inbox-1440");
      agent.width(390);
      agent.awaitThat(
          "no sideways scrolling",
          "return document.documentElement.scrollWidth <= window.innerWidth + 1");
      agent.picture("inbox-390");
      Object before = agent.ask("return " + UNREAD);
      agent.click(".baton-unread a", number);
      agent.awaitText(".baton-unread-note", "New from the client since");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("incident-unread-390");
      agent.width(1440);
      agent.picture("incident-unread-1440");

      agent.open("/desk/incidents?q=" + number);
      agent.awaitText("#incidents-found", number);
      assertThat(agent.ask("return document.querySelectorAll('.baton-new').length")).isEqualTo(0L);
      assertThat((long) agent.ask("return " + UNREAD)).isLessThan((long) before);
    }
  }

  @Test
  void messagesAreMarkedByKeyboardAndStayWhereTheyAre() {
    String number = assigned("Projector is too bright");
    theAnswerArrives(number);
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/inbox", "agent", "baton");
      agent.awaitText(".baton-unread a", number);

      agent.ask("document.querySelector('.baton-unread button').focus()");
      agent.press(Keys.ENTER);
      agent.awaitText("#inbox-notice", "Marked as read.");
      assertThat(agent.ask("return document.activeElement.closest('#inbox-messages') !== null"))
          .isEqualTo(true);
      agent.click(".baton-tabs a", "All");
      agent.awaitText(".baton-inbox-messages a", number);
      agent.click(".baton-inbox-messages button", "Mark as unread");
      agent.awaitText("#inbox-notice", "Marked as unread.");
      agent.awaitText(".baton-unread a", number);

      agent.click("#inbox-read-all", "Mark all as read");
      agent.awaitThat("nothing is unread", "return " + UNREAD + " === 0");
      agent.click(".baton-tabs a", "Unread");
      agent.awaitText(".baton-empty", "You're all caught up.");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("inbox-empty");
    }
  }

  @Test
  void theListIsWorkedOnByKeyboardSeveralAtOnceAndInTheDark() {
    String one = assigned("Keyboard one");
    String two = assigned("Keyboard two");
    try (Browser agent = new Browser(desk.port())) {
      agent.dark();
      agent.signIn("/desk", "agent", "baton");
      agent.awaitText("#baton-views [aria-current]", "My work");
      assertThat(agent.ask("return document.documentElement.dataset.bsTheme")).isEqualTo("dark");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("home-dark");
      long mine =
          (long)
              agent.ask("return Number(document.querySelector('.baton-view-count').textContent)");

      agent.press("/");
      agent.press("Keyboard");
      agent.press(Keys.ENTER);
      agent.awaitText(".baton-search li", two);
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("search-dark");

      agent.open("/desk/incidents?q=keyboard&sort=number&order=asc");
      agent.awaitText("#baton-views", "All open");
      agent.press("j");
      agent.press("j");
      assertThat(agent.ask("return document.activeElement.textContent")).isEqualTo(two);
      agent.press("x");
      agent.press("k");
      agent.press("x");
      agent.type("#bulk-tag", "by-enter");
      agent.ask("document.querySelector('#bulk-tag').focus()");
      agent.press(Keys.ENTER);
      agent.awaitText("#incidents-found", "by-enter");
      agent.choosePlain("#bulk-assignee", "Tom Whitfield");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("several-dark");
      agent.click("#baton-bulk button", "Assign");
      agent.awaitText("#bulk-outcome", "2 incidents were changed:");
      agent.awaitThat(
          "both rows show it",
          "return document.querySelector('#incidents-found').textContent"
              + ".split('Tom Whitfield').length === 3");

      agent.awaitThat(
          "the views count anew",
          "return Number(document.querySelector('.baton-view-count').textContent) === arguments[0]",
          mine - 2);

      agent.press("?");
      agent.awaitText("dialog[open]", "Next row");
      assertThat(agent.barriers("dialog[open]")).isEmpty();
      agent.picture("keys-dark");
      agent.click("#baton-keys-on", "");
      agent.click("dialog[open] button", "Close");
      agent.ask("document.activeElement.blur()");
      agent.press("j");
      assertThat(agent.ask("return document.activeElement === document.body")).isEqualTo(true);
    }
  }

  @Test
  void whatIsBeingTypedOutlivesTheNews() {
    String number = newest();
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents/" + number, "agent", "baton");
      agent.awaitText("h2", "Timeline");
      agent.type("#incident-message-text", "Half a sent");
      agent.click("#act-CANCEL summary", "Cancel");
      agent.type("#act-CANCEL-note", "Not this");
      desk.post(
          "/api/v1/incidents/" + number + "/contacts",
          "team-lead",
          """
          {"direction": "OUT", "channel": "WEB", "visibility": "INTERNAL", "body": "News of it"}
          """);
      desk.post(
          "/api/v1/incidents/" + number + "/assign",
          "team-lead",
          "{\"assignee\": \"senior-agent\"}");

      agent.awaitText("#incident-timeline", "News of it");
      agent.awaitText("#incident-now", "Tom Whitfield");
      agent.awaitThat(
          "what was typed",
          """
          return document.querySelector('#incident-message-text').value === 'Half a sent'
              && document.querySelector('#act-CANCEL-note').value === 'Not this'
              && document.querySelector('#act-CANCEL').open;
          """);
    }
  }

  @Test
  void thePagesHaveNoBarriersAndFitAPhone() {
    String number = newest();
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents", "agent", "baton");
      agent.awaitText("h1", "Incidents");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("incidents-1440");
      agent.open("/desk/calls/new");
      agent.awaitText("h1", "Log a call");
      assertThat(agent.barriers("body")).isEmpty();
      agent.open("/desk/incidents/" + number);
      agent.awaitText("#incident-around h2", "Similar");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("incident-1440");

      agent.width(390);
      agent.picture("incident-390");
      assertThat(agent.barriers("body")).isEmpty();
      agent.open("/desk/incidents");
      agent.awaitThat(
          "no sideways scrolling",
          "return document.documentElement.scrollWidth <= window.innerWidth + 1");
      agent.picture("incidents-390");
    }
  }

  @Test
  void anIncidentIsEditedTaggedLinkedAndMergedByKeyboard() {
    String other = assigned("Shutter of the loading bay jams");
    String number = assigned("Shuter jams");
    try (Browser agent = new Browser(desk.port());
        Browser lead = new Browser(desk.port())) {
      lead.signIn("/desk/incidents/" + number, "team-lead", "baton");
      lead.awaitText("h2", "Timeline");
      agent.signIn("/desk/incidents/" + number, "agent", "baton");
      agent.awaitText("#incident-viewers", "Also viewing:");
      lead.type("#incident-message-text", "On our way");
      lead.awaitText("#incident-viewers", "Also viewing: Lena Fischer");
      agent.awaitText("#incident-viewers", "(writing a message)");

      agent.ask("document.querySelector('#incident-edit-open').focus()");
      agent.press(Keys.ENTER);
      agent.awaitThat(
          "the first field has the focus",
          "return document.activeElement.id === 'incident-edit-subject'");
      agent.type("#incident-edit-subject", "Shutter jams");
      agent.ask("document.querySelector('#incident-edit-requester').select()");
      agent.press("nobody at all");
      agent.press(Keys.ENTER);
      agent.awaitText("#incident-edit-requester-error", "has no requester");
      assertThat(agent.ask("return document.activeElement.id"))
          .isEqualTo("incident-edit-requester");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("incident-edit-1440");
      agent.ask("document.activeElement.select()");
      agent.press("call");
      agent.awaitText(".baton-choices:not([hidden]) [role=option]", CALLER);
      agent.press(Keys.ARROW_DOWN);
      agent.press(Keys.ENTER);
      assertThat(agent.ask("return document.activeElement.value")).isEqualTo(CALLER);
      agent.press(Keys.ENTER);
      agent.awaitText("#incident-notice", number + " has been updated.");
      agent.awaitText("#incident-now h1", "Shutter jams");

      tag(agent, "loading bay");
      tag(agent, "wrong");
      agent.press(Keys.BACK_SPACE);
      agent.awaitThat(
          "the last tag is gone",
          "return document.querySelectorAll('.baton-tags .baton-tag').length === 1");

      choose(agent, "#incident-link", "#incident-link-other", "loading", other);
      assertThat(agent.barriers("body")).isEmpty();
      agent.press(Keys.ENTER);
      agent.awaitText("#incident-around .baton-neighbours", "parent");
      agent.awaitText("#incident-notice", number + " and " + other + " are linked.");

      choose(agent, "#incident-merge", "#incident-merge-into", "loading", other);
      agent.press(Keys.ENTER);
      agent.awaitText("#incident-merge-form", "Merge " + number + " into " + other);
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("incident-merge-1440");
      agent.width(390);
      agent.awaitThat(
          "no sideways scrolling",
          "return document.documentElement.scrollWidth <= window.innerWidth + 1");
      agent.picture("incident-merge-390");
      agent.width(1440);
      agent.click("#incident-merge-form button", "Merge into " + other);
      agent.awaitText("#incident-notice", number + " has been merged into " + other);
      agent.awaitThat(
          "the aside offers no merging any more",
          "return !!document.querySelector('#incident-around .baton-neighbours')"
              + " && !document.querySelector('#incident-merge')");
      awaitStatus(number, "CLOSED");

      agent.open("/desk/incidents?tag=loading%20bay");
      agent.awaitText("#incidents-found a.baton-tag", "loading bay");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("incidents-tagged-1440");
      agent.speak("de-DE");
      agent.width(390);
      agent.open("/desk/incidents/" + other);
      agent.awaitText("#incident-timeline", "Andere Störung übernommen");
      agent.click("#incident-edit-open", "Bearbeiten");
      agent.awaitText("#incident-edit-form", "Melder");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("incident-edit-390-de");
    }
  }

  @Test
  void whatTheSystemWroteOpensByKeyboardStaysOpenAndIsFoundByItsAddress() {
    String number = withFold();
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents/" + number, "agent", "baton");
      agent.awaitText(".baton-fold summary", ", ");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("incident-folds-1440");
      agent.ask("document.querySelector('.baton-fold summary').focus()");
      agent.press(Keys.ENTER);
      agent.awaitThat("the fold is open", "return document.querySelector('.baton-fold').open");
      String entry =
          (String) agent.ask("return document.querySelector('.baton-fold [id^=entry-]').id");
      desk.post(
          "/api/v1/incidents/" + number + "/contacts",
          "team-lead",
          """
          {"direction": "OUT", "channel": "WEB", "visibility": "INTERNAL", "body": "Fold news"}
          """);
      agent.awaitText("#incident-timeline", "Fold news");
      assertThat(isInOpenFold(agent, entry)).isTrue();
      assertThat(agent.barriers("body")).isEmpty();

      agent.open("/desk/inbox");
      agent.open("/desk/incidents/" + number + "#" + entry);
      agent.awaitThat(
          "the entry is in sight",
          "const fold = document.getElementById(arguments[0])?.closest('.baton-fold');"
              + " return !!fold && fold.open",
          entry);
      agent.speak("de-DE");
      agent.width(390);
      agent.open("/desk/incidents/" + number);
      agent.awaitText("#incident-timeline-title", "Verlauf");
      agent.awaitThat(
          "no sideways scrolling",
          "return document.documentElement.scrollWidth <= window.innerWidth + 1");
      agent.picture("incident-folds-390-de");
    }
  }

  private static boolean isInOpenFold(Browser agent, String entry) {
    return (boolean)
        agent.ask(
            "return document.getElementById(arguments[0]).closest('.baton-fold').open", entry);
  }

  /** An incident of the demonstration on which the system did several things in a row. */
  private String withFold() {
    return JsonPath.<List<String>>read(
            desk.get("/api/v1/incidents?size=100", "agent"), "$.items[*].number")
        .stream()
        .filter(it -> desk.get("/desk/incidents/" + it, "agent").contains("class=\"baton-fold\""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void duplicatesAreChosenBySearchTheSelectionStaysAndTheAsideFollows() {
    String original = assigned("Revolving door stands still");
    String one = assigned("Revolving door is stuck");
    String over = assigned("Revolving door, again");
    desk.post("/api/v1/incidents/" + over + "/cancel", "agent", "{\"note\": \"A mistake\"}");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents?q=revolving&status=all", "agent", "baton");
      agent.awaitText("#incidents-found", "3 incidents");
      agent.click("#baton-tick-all", "");
      agent.awaitText("#baton-bulk [data-ticked]", "3");
      agent.click("#baton-bulk button", "Mark as duplicates");
      agent.awaitText("#bulk-of-problem", "Choose an incident from the list");
      agent.awaitThat(
          "the field has the focus and is invalid",
          "const field = document.activeElement;"
              + " return field.id === 'bulk-of' && field.ariaInvalid === 'true'");
      agent.picture("bulk-problem-1440");
      agent.press("still");
      agent.awaitText(".baton-choices:not([hidden]) [role=option]", original);
      agent.picture("bulk-choices-1440");
      assertThat(agent.barriers("body")).isEmpty();
      agent.ask("document.querySelector('#bulk-of').value = ''");
      choose(agent, "#baton-bulk", "#bulk-of", "still stands", original);
      assertThat(agent.ask("return document.querySelector('#bulk-of-problem').textContent"))
          .isEqualTo("");
      agent.press(Keys.ENTER);
      agent.awaitText("#bulk-outcome", "1 incident was changed: " + one);
      agent.awaitText("#bulk-outcome", original + " stays as the original.");
      agent.awaitText("#bulk-outcome li", over);
      awaitStatus(one, "CLOSED");
      agent.awaitThat(
          "the list is new and still chosen",
          "return document.querySelector('#incidents-found').textContent.includes('Closed')"
              + " && document.querySelectorAll('.baton-tick[name=number]:checked').length === 3");
      agent.picture("bulk-outcome-1440");
      agent.width(390);
      agent.picture("bulk-outcome-390");
      agent.width(1440);

      agent.open("/desk/incidents/" + one);
      agent.awaitText("#incident-around .baton-neighbours", original);
      agent.click(".baton-unlink button[title$='" + original + "']", "");
      agent.awaitText("#incident-notice", one + " is no longer a duplicate of " + original);
      agent.awaitThat(
          "the aside offers no link to remove",
          "return !document.querySelector('#incident-around .baton-unlink')");
      agent.picture("incident-unlinked-1440");

      String late = assigned("Revolving door once more");
      agent.open("/desk/incidents/" + late);
      agent.awaitText("#incident-around h2", "Similar");
      choose(agent, "#act-DUPLICATE", "#act-DUPLICATE-of", "still stands", original);
      agent.press(Keys.ENTER);
      agent.awaitText("#incident-notice", late + " is marked as a duplicate.");
      agent.awaitText("#incident-around .baton-neighbours", "original of this incident");
    }
  }

  private static void tag(Browser agent, String tag) {
    agent.ask("document.querySelector('#incident-tag').focus()");
    agent.press(tag);
    agent.press(Keys.ENTER);
    agent.awaitText(".baton-tags .baton-tag", tag);
    agent.awaitThat(
        "the field is empty again and has the focus",
        "const field = document.querySelector('#incident-tag');"
            + " return field.value === '' && document.activeElement === field");
  }

  /** Chooses an incident by a word of its subject, with the keyboard alone. */
  private static void choose(Browser agent, String fold, String field, String word, String number) {
    agent.awaitThat(
        "the form is unfolded",
        "const fold = document.querySelector(arguments[0]); if (fold) fold.open = true;"
            + " return !!fold",
        fold);
    agent.ask("document.querySelector(arguments[0]).focus()", field);
    agent.press(word);
    agent.awaitText(fold + " .baton-choices:not([hidden]) [role=option]", number);
    agent.press(Keys.ARROW_DOWN);
    agent.awaitThat(
        "the option is marked",
        "return document.getElementById("
            + "document.activeElement.getAttribute('aria-activedescendant'))?.ariaSelected === 'true'");
    agent.press(Keys.ENTER);
    assertThat(agent.ask("return document.activeElement.value")).isEqualTo(number);
  }

  private void addTheCall(Browser agent, String number) {
    agent.click("a", "Start process");
    agent.click(".modal-dialog a", "Incident lifecycle");
    agent.type("input[id$=clientField]", "harcourt-vane");
    agent.type("input[id$=requesterEmailField]", CALLER);
    agent.awaitText(".baton-call", number);
    agent.type("textarea[id$=descriptionField]", "Still locked out, asks how long it takes.");
    agent.picture("tasklist-second-call");
    assertThat(agent.barriers(".baton-call")).isEmpty();
    agent.click(".baton-call button[data-add='" + number + "']", "This is about it");
    agent.awaitText(".baton-call", "Call added to " + number);
    agent.click(".baton-call button", "Close");
    agent.awaitThat("the form is gone", "return !document.querySelector('.modal-dialog')");
  }

  private static void openTab(Browser agent, String number) {
    agent.click(".nav-tabs a", "Incident");
    agent.awaitText(".baton-tab .baton-number", number);
  }

  private void theAnswerArrives(String number) {
    desk.post(
        "/api/v1/incidents/" + number + "/contacts",
        "agent",
        """
        {"direction": "IN", "channel": "EMAIL", "from": "%s", "visibility": "CLIENT",
         "body": "It is 4711."}
        """
            .formatted(CALLER));
  }

  /** The number of a new incident that is assigned to the agent. */
  private String assigned(String subject) {
    String number =
        JsonPath.read(
            desk.post(
                "/api/v1/incidents",
                "agent",
                """
                {"client": "harcourt-vane", "requester": {"name": "Callum Reid", "email": "%s"},
                 "channel": "EMAIL", "subject": "%s", "description": "In room four.",
                 "impact": "LOW", "urgency": "LOW"}
                """
                    .formatted(CALLER, subject)),
            "$.number");
    awaitStatus(number, "ASSIGNED");
    desk.post("/api/v1/incidents/" + number + "/assign", "team-lead", "{\"assignee\": \"agent\"}");
    return number;
  }

  private int incidents() {
    return JsonPath.read(desk.get("/api/v1/incidents?size=1", "agent"), "$.totalItems");
  }

  private String newest() {
    return JsonPath.<List<String>>read(
            desk.get("/api/v1/incidents?status=ASSIGNED&assignee=&size=1", "agent"),
            "$.items[*].number")
        .get(0);
  }

  private void awaitStatus(String number, String status) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!status.equals(statusOf(number)) && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    assertThat(statusOf(number)).isEqualTo(status);
  }

  private String statusOf(String number) {
    return JsonPath.read(desk.get("/api/v1/incidents/" + number, "agent"), "$.status");
  }
}
