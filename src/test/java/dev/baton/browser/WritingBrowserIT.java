package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Writing on an incident: nothing typed is lost, and nothing is shown to somebody else. */
abstract class WritingBrowserIT {

  private static final String TEXT = "#incident-message-text";

  private static final String DRAFTS =
      "return Object.keys(localStorage).filter(key => key.startsWith('baton.draft:')).length";

  private final DemoDeskProgram desk;

  WritingBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void aDraftOutlivesTheReloadAndIsTheWritersAlone() {
    String number = reported("Draft to be kept");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents/" + number, "agent", "baton");
      agent.click("label", "Internal note");
      agent.type(TEXT, "<b>Half</b> a note");
      agent.click("#act-CANCEL summary", "Cancel");
      agent.type("#act-CANCEL-note", "Not this");
      agent.open("/desk/incidents/" + number);

      agent.awaitText("#incident-message .baton-draft", "Draft restored");
      agent.awaitThat(
          "what was typed",
          """
          return document.querySelector('#incident-message-text').value === '<b>Half</b> a note'
              && document.querySelector('#incident-message-kind-NOTE').checked
              && document.querySelector('#act-CANCEL-note').value === 'Not this'
              && document.querySelector('#act-CANCEL summary').textContent.includes('Draft');
          """);
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("draft-1440");

      agent.click("#incident-message .baton-draft button", "Discard");
      agent.open("/desk/incidents/" + number);
      agent.awaitThat(
          "the discarded draft stays away and the other one stays",
          """
          return document.querySelector('#incident-message-text')?.value === ''
              && document.querySelector('#act-CANCEL-note')?.value === 'Not this';
          """);

      agent.expireSession();
      agent.signIn("/desk/incidents/" + number, "team-lead", "baton");
      agent.awaitThat(
          "the other person's form is empty",
          "return document.querySelector('#act-CANCEL-note')?.value === ''");
      assertThat(agent.ask(DRAFTS)).isEqualTo(1L);
      agent.click("form[action='/sign-out'] button", "Sign out");
      agent.awaitText("#signed-out", "");
      agent.awaitThat("no drafts", DRAFTS + " === 0");
    }
  }

  @Test
  void ctrlEnterSendsAndTheNextIncidentIsOffered() {
    String other = reported("Next in the list");
    desk.post("/api/v1/incidents/" + other + "/claim", "agent", "{}");
    String number = reported("Sent by key");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents/" + number, "agent", "baton");
      agent.click("#act-CLAIM button", "Claim");
      agent.awaitText("#incident-notice", number + " is in progress");
      agent.type(TEXT, "Dear Cora, which one is it?");
      agent.ask(
          """
          document.querySelector('#incident-message-text').dispatchEvent(new KeyboardEvent(
              'keydown', {key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true}));
          """);
      agent.awaitText("#incident-notice", "Reply sent to");
      agent.awaitText("#incident-notice a", "Next in my list: INC-");
      assertThat(agent.ask(DRAFTS)).isEqualTo(0L);

      agent.type(TEXT, "Dear Cora, please answer.");
      agent.click("#incident-then-HOLD", "Send and wait");
      agent.awaitText("#incident-notice", "is on hold until");
      agent.awaitThat("no second hold", "return !document.querySelector('#incident-then-HOLD')");
      agent.awaitThat(
          "the keyboard goes on from the notice",
          "return document.activeElement.id === 'incident-notice'");
      agent.picture("notice-1440");
      agent.click("#incident-notice a", "Next in my list");
      agent.awaitThat(
          "another incident",
          "return document.querySelector('.baton-number') && !location.pathname.endsWith(arguments[0])",
          number);
    }
  }

  @Test
  void whoseSessionExpiredSignsInElsewhereAndSendsTheSameText() {
    String number = reported("Session expires");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents/" + number, "agent", "baton");
      agent.type(TEXT, "Typed for half an hour.");
      agent.expireSession();
      agent.click("#incident-message button[type=submit]", "Send");
      agent.awaitText("#incident-notice", "Your session has expired.");
      agent.awaitThat(
          "a link to a new window",
          "return document.querySelector('#incident-notice a[target=_blank][href^=\"/sign-in\"]') != null");
      agent.picture("session-expired");

      agent.inAnotherWindow(() -> agent.signIn("/sign-in", "team-lead", "baton"));
      agent.click("#incident-message button[type=submit]", "Send");
      agent.awaitText("#incident-notice", "Someone else has signed in");
      agent.expireSession();
      agent.inAnotherWindow(() -> agent.signIn("/sign-in", "agent", "baton"));
      agent.click("#incident-message button[type=submit]", "Send");
      agent.awaitText("#incident-notice", "Reply sent to");
      assertThat(desk.get("/api/v1/incidents/" + number + "/contacts", "agent"))
          .containsOnlyOnce("Typed for half an hour.");
    }
  }

  @Test
  void filesArePastedListedRemovedAndRefusedInTime() {
    String number = reported("With pictures");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents/" + number, "agent", "baton");
      agent.awaitText("#incident-message-limits", "at most 10 MB in total with a reply");
      give(agent, "paste", "image.png", 2048);
      give(agent, "drop", "large.log", 11 * 1024 * 1024);
      agent.awaitText("#incident-message-chosen", "pasted-");
      agent.awaitText("#incident-message-files-trouble", "exceed 10 MB");
      assertThat(agent.barriers("#incident-message")).isEmpty();
      agent.click("#incident-message-chosen button[aria-label$='large.log']", "Remove");
      agent.awaitThat(
          "nothing stands in the way",
          "return document.querySelector('#incident-message-files-trouble').hidden");
      agent.type(TEXT, "See the picture.");
      agent.click("#incident-message button[type=submit]", "Send");
      agent.awaitText(".baton-files", "pasted-");
      assertThat(desk.get("/api/v1/incidents/" + number + "/attachments", "agent"))
          .doesNotContain("large.log");
    }
  }

  @Test
  void aTemplateIsSentWithTwoClicksOrByKeyboard() {
    String number = reported("Templates at hand");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents/" + number, "agent", "baton");
      agent.ask("window.clicks = 0; addEventListener('click', () => window.clicks++, true);");
      agent.click(".baton-template", "");
      agent.awaitThat(
          "the template with the requester's name",
          "return document.querySelector('#incident-message-text').value.startsWith('Dear Callum Reid,')");
      agent.click("#incident-message button[type=submit]", "Send");
      agent.awaitText("#incident-notice", "Reply sent to Callum Reid");
      assertThat(agent.ask("return window.clicks")).isEqualTo(2L);

      agent.ask("document.querySelector('#incident-message-text').focus()");
      agent.press("/working");
      agent.awaitText("#incident-message-suggestions [aria-selected=true]", "Still working on it");
      assertThat(agent.barriers("#incident-message")).isEmpty();
      agent.picture("template-suggested");
      agent.press(Keys.ENTER);
      agent.awaitThat(
          "the due time in the client's zone",
          """
          return /"Templates at hand" and expect to have it resolved by \\w+ \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d \\((GMT|BST)\\)/
              .test(document.querySelector('#incident-message-text').value);
          """);

      agent.click("#incident-templates-button", "Templates");
      agent.awaitText("#incident-templates-options li", "Ask for the serial number");
      agent.press("serial");
      agent.awaitThat(
          "one template",
          "return document.querySelectorAll('#incident-templates-options li:not([hidden])').length === 1");
      assertThat(agent.barriers("#incident-message")).isEmpty();
      agent.picture("template-picker");
      agent.press(Keys.ESCAPE);
      agent.awaitThat(
          "the focus is back", "return document.activeElement.id === 'incident-templates-button'");
    }
  }

  @Test
  void aMacroShowsWhatItDoesAndIsRunByKey() {
    String number = reported("Which device");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents/" + number, "agent", "baton");
      agent.awaitText("#incident-macros-button", "Macros");
      agent.ask("document.querySelector('#content')?.focus(); document.activeElement.blur();");
      agent.press("m");
      agent.awaitText("#incident-macros-options [aria-selected=true]", "Ask for the serial number");
      agent.press(Keys.ENTER);
      agent.awaitText(".baton-macro-steps", "Put on hold until the requester answers");
      assertThat(agent.barriers("#incident-message")).isEmpty();
      agent.picture("macro-preview");
      agent.click("#incident-macro-run", "Run macro");
      agent.awaitText("#incident-notice", "Macro “Ask for the serial number” done.");
      agent.awaitText("#incident-now", "On hold");
      agent.awaitText(".baton-timeline", "Ran the macro");
      agent.click("#incident-macros-button", "Macros");
      agent.awaitText("#incident-macros-options li", "Ask for the serial number");
      agent.press(Keys.ENTER);
      agent.awaitText(".baton-macro-problem", "Not possible while the incident is “On hold”");
      agent.awaitThat("nothing to run", "return !document.querySelector('#incident-macro-run')");
      agent.picture("macro-impossible");
    }
  }

  @Test
  void aColleagueIsMentionedInANoteAndFindsItInTheInbox() {
    String number = reported("Second pair of eyes");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents/" + number, "agent", "baton");
      agent.awaitText("#incident-message-title", "New message");
      agent.ask("document.querySelector('#incident-message-text').focus()");
      agent.press("@tom");
      agent.awaitThat(
          "nobody is suggested in a reply",
          "return document.querySelector('#incident-message-suggestions').hidden");
      agent.type(TEXT, "");
      agent.click("label", "Internal note");
      agent.ask("document.querySelector('#incident-message-text').focus()");
      agent.press("Can you look, @whit");
      agent.awaitText("#incident-message-suggestions [aria-selected=true]", "Tom Whitfield");
      assertThat(agent.barriers("#incident-message")).isEmpty();
      agent.picture("mention-suggested");
      agent.press(Keys.ENTER);
      agent.press("please?");
      agent.awaitThat(
          "the mention",
          "return document.querySelector('#incident-message-text').value === 'Can you look, @senior-agent please?'");
      agent.click("#incident-message button[type=submit]", "Send");
      agent.awaitText(".baton-mention", "@Tom Whitfield");
      agent.awaitThat(
          "an empty form", "return document.querySelector('#incident-message-text').value === ''");
      agent.picture("mention-shown");
      agent.expireSession();
      agent.signIn("/desk/inbox", "senior-agent", "baton");
      agent.click("#inbox-messages a", "Lena Fischer mentioned you: " + number);
      agent.awaitThat(
          "the note is marked",
          "return !!document.querySelector('[id^=contact-]:target .baton-mention')");
      agent.picture("mention-opened");
    }
  }

  @Test
  void templatesAndMacrosAreKeptOnPagesThatFitAPhone() {
    try (Browser lead = new Browser(desk.port())) {
      lead.signIn("/desk/templates", "service-desk-manager", "baton");
      for (String language : List.of("en", "de")) {
        lead.speak(language);
        for (int width : new int[] {1440, 1100, 390}) {
          lead.width(width);
          for (String page : List.of("templates", "templates/new", "macros", "macros/new")) {
            lead.open("/desk/" + page);
            lead.awaitText("h1", "");
            lead.awaitThat(
                page + " does not scroll sideways",
                "return document.documentElement.scrollWidth <= window.innerWidth + 1");
            assertThat(lead.barriers("body")).isEmpty();
            lead.picture("%s-%s-%d".formatted(page.replace('/', '-'), language, width));
          }
        }
      }
      lead.speak("en");
      lead.width(1440);
      lead.open("/desk/templates/new");
      lead.type("#name", "Unknown placeholder");
      lead.type("#english", "Dear {requestor},");
      lead.click("button[type=submit]", "Save");
      lead.awaitText("#english-problem", "{requestor}: unknown placeholder");
      lead.type("#english", "Dear {requester},");
      lead.awaitText("#template-preview .baton-said", "Dear ");
      lead.picture("template-problem");
      lead.click("button[type=submit]", "Save");
      lead.awaitText("#writing-notice", "Template “Unknown placeholder” saved.");
      lead.click("a", "Unknown placeholder");
      lead.click("#writing-delete summary", "Delete");
      lead.click("#writing-delete button", "Delete");
      lead.awaitText("#writing-notice", "Template deleted.");
    }
  }

  @Test
  void theMessageFitsAPhoneAndSpeaksGerman() {
    String number = reported("Looks");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents/" + number, "agent", "baton");
      agent.type(TEXT, "Dear Cora,\n\nwhich one is it?");
      for (String language : List.of("en", "de")) {
        agent.speak(language);
        for (int width : new int[] {1440, 390}) {
          agent.width(width);
          agent.open("/desk/incidents/" + number);
          agent.awaitText(
              "#incident-message .baton-draft", language.equals("de") ? "Entwurf" : "Draft");
          agent.awaitThat(
              "the fold", "return !!(document.querySelector('#incident-then-fold').open = true)");
          give(agent, "paste", "image.png", 2048);
          give(agent, "paste", "a-rather-long-name-of-a-log-file-of-the-printer.log", 123456);
          agent.awaitText("#incident-message-chosen", "printer.log");
          agent.awaitThat(
              "no sideways scrolling",
              "return document.documentElement.scrollWidth <= window.innerWidth + 1");
          assertThat(agent.barriers("#incident-message")).isEmpty();
          agent.ask(
              "document.querySelector('#incident-message').scrollIntoView({behavior: 'instant'})");
          agent.picture("message-%s-%d".formatted(language, width));
        }
      }
    }
  }

  @Test
  void inTasklistADraftOutlivesAnotherTask() {
    String first = reported("Tab with a draft");
    String second = reported("Tab beside it");
    desk.post("/api/v1/incidents/" + reported("Mine") + "/claim", "agent", "{}");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/camunda/app/tasklist/default/", "agent", "baton");
      agent.click("a", "My team's queue");
      openTab(agent, first);
      agent.type(TEXT, "Half a reply");
      openTab(agent, second);
      agent.awaitThat(
          "empty", "return document.querySelector('#incident-message-text').value === ''");
      openTab(agent, first);
      agent.awaitText(".baton-tab .baton-draft", "Draft restored");
      agent.awaitThat(
          "the text",
          "return document.querySelector('#incident-message-text').value === 'Half a reply'");
      agent.ask("document.querySelector('#incident-message').scrollIntoView()");
      agent.picture("tab-draft");
      agent.click("#act-CLAIM button", "Claim");
      agent.awaitText("#incident-notice", "is in progress");
      agent.awaitThat(
          "no link to the open task", "return !document.querySelector('.baton-in-tab')");
      agent.click("#incident-then-HOLD", "Send and wait");
      agent.awaitText(".baton-outcome", "Done: Resolve at first line (" + first + ").");
      agent.awaitThat(
          "nothing struck out",
          """
          return [...document.querySelectorAll('[cam-tasklist-task] h2')]
              .every(title => getComputedStyle(title).textDecorationLine === 'none');
          """);
      agent.picture("tab-notice");
    }
  }

  private static void openTab(Browser agent, String number) {
    agent.awaitThat(
        "the tab of " + number,
        """
        if (document.querySelector('.baton-tab .baton-number')?.textContent === arguments[0]) return true;
        const card = [...document.querySelectorAll('li.task')].find(
            one => one.textContent.includes(arguments[0]));
        if (card && !card.classList.contains('active')) card.querySelector('h4 a').click();
        else [...document.querySelectorAll('.nav-tabs a')].find(
            tab => tab.textContent.includes('Incident'))?.click();
        return false;
        """,
        number);
  }

  private static void give(Browser agent, String event, String name, int bytes) {
    agent.ask(
        """
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(arguments[2])], arguments[1], {type: 'image/png'}));
        const happened = arguments[0] === 'paste'
            ? new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})
            : new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true});
        document.querySelector('#incident-message-text').dispatchEvent(happened);
        """,
        event,
        name,
        bytes);
  }

  private String reported(String subject) {
    String made =
        desk.post(
            "/api/v1/incidents",
            "agent",
            """
            {"client": "harcourt-vane", "channel": "EMAIL", "subject": "%s",
             "description": "It stopped.", "impact": "LOW", "urgency": "LOW",
             "requester": {"name": "Callum Reid", "email": "c.reid@harcourtvane.example"}}
            """
                .formatted(subject));
    String number = JsonPath.read(made, "$.number");
    awaitAssigned(number);
    return number;
  }

  private void awaitAssigned(String number) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (System.nanoTime() < end
        && JsonPath.<List<Object>>read(
                desk.get("/api/v1/incidents/" + number + "/tasks", "agent"), "$[*]")
            .isEmpty()) {
      LockSupport.parkNanos(100_000_000L);
    }
  }
}
