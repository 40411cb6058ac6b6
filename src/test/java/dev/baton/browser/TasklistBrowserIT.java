package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tasklist's own list, tabs and buttons, as an agent meets them. */
abstract class TasklistBrowserIT {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String ACTIVE_TAB = ".task-card .nav-tabs li.active";
  private static final String META = "[cam-tasklist-task-meta]";

  /** Shows what a list is for, as a mouse over it does. */
  private static final String HINT =
      """
      const lists = [...document.querySelectorAll('.task-filter h4')];
      const list = lists[arguments[0]];
      if (!list) return false;
      if (!list.dataset.seen) {
        list.dataset.seen = 'yes';
        lists[arguments[0] - 1]?.dispatchEvent(new MouseEvent('mouseout'));
        list.dispatchEvent(new MouseEvent('mouseover'));
      }
      return document.querySelectorAll('.tooltip').length === 1
          && !!document.querySelector('.tooltip-inner').textContent.trim();
      """;

  private static final String CHOSEN =
      """
      return [...document.querySelectorAll('.fjs-form label')].some(
          label => label.textContent.includes(arguments[0]) && label.querySelector(':checked'));
      """;

  private static final int PHONE = 390;
  private static final int SCREEN = 1440;

  private final DemoDeskProgram desk;

  TasklistBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void aTaskBeginsWithItsIncidentAndLeavesNothingBehindWhenItIsDone() {
    String number = report("Coat hook is loose");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn(TASKLIST, "agent", "baton");
      agent.click("a", "My team's queue");
      agent.awaitText(".baton-card-subject", "Coat hook is loose");
      agent.awaitText(".baton-card-line", "Nell Archer, Harcourt Vane LLP");
      agent.awaitText(".baton-card .baton-priority", "○ P4");
      assertThat(agent.barriers("ol.tasks-list")).isEmpty();
      look(agent, "tasklist-cards");

      open(agent, number);
      agent.awaitText(ACTIVE_TAB, "Incident");
      agent.awaitText(".baton-tab .baton-number", number);
      agent.click("#act-CLAIM button", "Claim");
      agent.awaitText(META, "Lena Fischer");
      agent.awaitText(".baton-tab .baton-status", "In progress");
      agent.click(".task-card .nav-tabs a", "Form");
      agent.awaitThat(
          "the form can be filled in",
          "const field = document.querySelector('.fjs-form input[type=radio]');"
              + " return !!field && !field.disabled");
      agent.click(".task-card .nav-tabs a", "Incident");
      agent.click("#act-RESOLVE summary", "Resolve");
      agent.type("#act-RESOLVE-note", "Two new screws.");
      agent.click("#act-RESOLVE form button", "Resolve");

      agent.awaitText(".baton-outcome", "Done: Resolve at first line (" + number + ").");
      agent.awaitText(".baton-outcome", "The incident is now: Resolved.");
      agent.awaitThat("nothing is left of it", "return !document.querySelector('.task-card')");
      agent.picture("tasklist-done");
    }
  }

  @Test
  void aCommentBecomesAnInternalNoteAndWhatDoesHarmIsNotOffered() {
    String number = report("Plant in the lobby droops");
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn(TASKLIST, "agent", "baton");
      agent.click("a", "My team's queue");
      open(agent, number);
      agent.click(".createCommentLink, .task-actions a, a", "Internal note");
      agent.type(".modal-dialog textarea", "Watered it.");
      agent.click(".modal-dialog button.btn-primary", "");
      agent.awaitThat("the note is sent", "return !document.querySelector('.modal-dialog')");
      assertThat(
              JsonPath.<List<String>>read(
                  desk.get("/api/v1/incidents/" + number + "/contacts", "agent"),
                  "$[?(@.visibility == 'INTERNAL')].body"))
          .containsExactly("Watered it.");

      assertThat(
              agent.ask(
                  """
                  return [...document.querySelectorAll(
                      '.create-task-action, .reset-due-date, .reset-follow-up-date')]
                      .filter(one => one.offsetParent !== null).length;
                  """))
          .isEqualTo(0L);
      agent.ask("document.querySelector(arguments[0] + ' .due-date span').click()", META);
      assertThat(agent.ask("return document.querySelectorAll('[uib-datepicker]').length"))
          .isEqualTo(0L);
    }
  }

  @Test
  void aGermanSeesNoEnglish() {
    String number = report("Schranke klemmt");
    Set<String> english = EnglishTexts.of(desk.get("/engine-rest/filter", "admin"));
    assertThat(english).contains("My work", "Tasks assigned to you", "Resolve at first line");
    try (Browser agent = new Browser(desk.port())) {
      agent.speak("de-DE");
      agent.signIn(TASKLIST, "agent", "baton");
      agent.awaitText(".sort-by", "Erstellungsdatum");
      agent.click("a", "Warteschlange meines Teams");
      agent.awaitText(".tasks-list .due-date", "Fällig");
      agent.awaitText(".tasks-list .due-date span", "Stunden");
      look(agent, "tasklist-german");
      assertThat(shownOf(english, agent)).isEmpty();
      long lists = (Long) agent.ask("return document.querySelectorAll('.task-filter h4').length");
      assertThat(lists).isPositive();
      for (int list = 0; list < lists; list++) {
        agent.awaitThat("the hint of list " + list, HINT, list);
        assertThat(shownOf(english, agent)).isEmpty();
      }

      open(agent, number);
      agent.awaitText(ACTIVE_TAB, "Störung");
      agent.awaitText(".task-card h2", "Im First Level lösen");
      agent.awaitText(".task-card .definition-name", "Störung bearbeiten");
      agent.click("#act-CLAIM button", "Übernehmen");
      agent.awaitText(META, "Lena Fischer");
      agent.click(".task-card .nav-tabs a", "Formular");
      agent.awaitText(".fjs-form", "Was ist das Ergebnis?");
      look(agent, "tasklist-german-form");
      for (String outcome : List.of("Gelöst", "Wartestellung", "Team zuweisen", "Duplikat")) {
        agent.click(".fjs-form label", outcome);
        agent.awaitThat("the choice of " + outcome, CHOSEN, outcome);
        assertThat(shownOf(english, agent)).isEmpty();
      }
      agent.type(".fjs-form input[id$=duplicateOfField]", "7");
      agent.awaitText(".fjs-form-field-error", "Bitte halten Sie sich an das Muster INC-");
      agent.click(".fjs-form label", "Wartestellung");
      agent.awaitThat(
          "the calendar",
          """
          document.querySelector('.flatpickr-input, .fjs-datetime-subsection input')?.focus();
          return !!document.querySelector('.flatpickr-calendar.open');
          """);
      look(agent, "tasklist-german-calendar");
      assertThat(shownOf(english, agent)).isEmpty();
      for (String tab : List.of("Historie", "Beschreibung")) {
        agent.click(".task-card .nav-tabs a", tab);
        agent.awaitText(ACTIVE_TAB, tab);
        look(agent, "tasklist-german-" + tab.toLowerCase(Locale.ROOT));
        assertThat(shownOf(english, agent)).isEmpty();
      }

      agent.click(".start-process-action a", "");
      agent.awaitText(".modal-dialog ul.processes", "Störung bearbeiten");
      assertThat(shownOf(english, agent)).isEmpty();
      agent.click(".modal-dialog ul.processes a", "Störung bearbeiten");
      agent.awaitText(".modal-dialog .fjs-form", "Kontakt erfassen");
      look(agent, "log-a-contact-german");
      assertThat(shownOf(english, agent)).isEmpty();
    }
  }

  /** The texts that stand on the page, and those that fields and pictures carry. */
  private static List<?> shownOf(Set<String> english, Browser browser) {
    return (List<?>)
        browser.ask(
            """
            const english = new Set(arguments[0]);
            const plain = text => text.trim().replace(/\\s+/g, ' ').replace(/[:*]$/, '').trim();
            const find = () => {
              const shown = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const {parentElement, data} = walker.currentNode;
                if (parentElement.checkVisibility() && !parentElement.closest('svg, script, style'))
                  shown.push(data);
              }
              document.querySelectorAll('[placeholder], [title], [aria-label]').forEach(one => {
                if (one.checkVisibility())
                  ['placeholder', 'title', 'aria-label'].forEach(
                      name => shown.push(one.getAttribute(name) ?? ''));
              });
              return [...new Set(shown.map(plain).filter(
                  text => english.has(text) || english.has(text.replace(/: .*/, ''))))];
            };
            // A list that is being drawn is English until the next frame.
            for (let tries = 0; tries < 20 && find().length; tries++)
              await new Promise(done => setTimeout(done, 100));
            return find();
            """,
            List.copyOf(english));
  }

  @Test
  void noLabelIsShownByItsKey() {
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn(TASKLIST, "agent", "baton");
      agent.awaitText("li.task", "INC-");
      assertThat(
              (List<?>)
                  agent.ask(
                      """
                      return [...new Set(
                          document.body.innerText.match(/\\b[A-Z]{3,}(_[A-Z]+)+\\b/g) ?? [])];
                      """))
          .isEmpty();
    }
  }

  private String report(String subject) {
    return JsonPath.read(
        desk.post(
            "/api/v1/incidents",
            "agent",
            """
            {"client": "harcourt-vane", "channel": "EMAIL", "impact": "LOW", "urgency": "LOW",
             "requester": {"name": "Nell Archer", "email": "n.archer@harcourtvane.example"},
             "subject": "%s"}
            """
                .formatted(subject)),
        "$.number");
  }

  /** Waits for the task: the flow has just begun, and a list that is drawn anew forgets a click. */
  private static void open(Browser agent, String number) {
    agent.awaitThat(
        "the task of " + number,
        """
        if (document.querySelector('.baton-tab .baton-number')?.textContent.includes(arguments[0]))
          return true;
        const card = [...document.querySelectorAll('li.task')].find(
            one => one.textContent.includes(arguments[0]));
        if (card && !card.classList.contains('active')) card.querySelector('h4 a').click();
        return false;
        """,
        number);
  }

  private static void look(Browser agent, String name) {
    agent.width(PHONE);
    agent.picture(name + "-" + PHONE);
    agent.width(SCREEN);
    agent.picture(name + "-" + SCREEN);
  }
}
