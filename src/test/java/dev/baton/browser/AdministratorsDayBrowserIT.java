package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Clients, services and agents are set up on pages, without a program of one's own. */
abstract class AdministratorsDayBrowserIT {

  private static final String OPTION = "ul.baton-choices:not([hidden]) [role=option]";
  private static final String FITS =
      "return document.documentElement.scrollWidth <= window.innerWidth + 1";

  private final DemoDeskProgram desk;

  AdministratorsDayBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void aClientAServiceAndAnAgentAreSetUpByKeyboard() {
    try (Browser admin = new Browser(desk.port())) {
      admin.signIn("/desk", "admin", "baton");
      admin.click(".baton-top nav a", "Administration");
      admin.awaitText("h1", "Administration");
      looksRight(admin, "admin");
      admin.click(".baton-admin-cards a", "Clients");
      admin.awaitText("h1", "Clients");
      looksRight(admin, "admin-clients");
      admin.click("#admin-new", "New client");
      admin.type("#code", "orchard");
      admin.type("#name", "Orchard Foods");
      admin.click(".baton-admin-form button", "Save");
      admin.awaitText("#zone-problem", "This field is required.");
      assertThat(admin.barriers("body")).isEmpty();
      choose(admin, "#zone", "amster", "Europe/Amsterdam");
      admin.click(".baton-admin-form button", "Save");
      admin.awaitText("#admin-notice", "Saved.");
      admin.awaitText(".baton-admin-changes", "Registered: Orchard Foods");
      looksRight(admin, "admin-client");

      admin.click(".baton-admin-links a", "Services");
      admin.click("#admin-new", "New service");
      admin.type("#code", "ordering");
      admin.type("#name", "Ordering");
      admin.click(".baton-admin-form button", "Save");
      admin.awaitText("#admin-notice", "Saved.");
      admin.open("/desk/admin/services?of=orchard");
      admin.awaitText("table", "Ordering");

      admin.open("/desk/admin/agents/new");
      admin.awaitText("h1", "New agent");
      looksRight(admin, "admin-agent");
      admin.open("/desk/admin/services/import");
      admin.awaitText("h1", "Import: Services");
      looksRight(admin, "admin-import");
      admin.open("/desk/admin/audit");
      admin.awaitText("table", "Registered: Orchard Foods");
      looksRight(admin, "admin-audit");
      for (String topic :
          new String[] {"requesters", "teams", "webhooks", "monitoring", "tokens"}) {
        admin.open("/desk/admin/" + topic);
        looksRight(admin, "admin-" + topic);
      }
    }
  }

  @Test
  void refusalsAreReadInGermanAndInTheDark() {
    try (Browser admin = new Browser(desk.port())) {
      admin.speak("de");
      admin.dark();
      admin.signIn("/desk/admin", "admin", "baton");
      admin.awaitText("h1", "Verwaltung");
      assertThat(admin.barriers("body")).isEmpty();
      admin.open("/desk/admin/clients/new");
      admin.click(".baton-admin-form button", "Speichern");
      admin.awaitText("#code-problem", "Füllen Sie dieses Feld aus.");
      assertThat(admin.barriers("body")).isEmpty();
      admin.picture("admin-client-dark");
    }
  }

  @Test
  void aTextIsWrittenWithPlaceholdersAndSeenAsTheMail() {
    try (Browser admin = new Browser(desk.port())) {
      admin.signIn("/desk/admin/events", "admin", "baton");
      admin.awaitText("table", "RESOLVED");
      looksRight(admin, "admin-events");
      admin.open("/desk/admin/events/new");
      admin.type("#code", "PARTS_ORDERED");
      admin.type("#nameEn", "parts ordered");
      admin.type("#nameDe", "Teile bestellt");
      admin.awaitThat(
          "the German text can be typed in",
          "document.querySelector('#openingDe').focus();"
              + " return document.activeElement.id === 'openingDe'");
      admin.press("Bestellt: ");
      admin.click("[data-insert='{title}']", "Subject");
      admin.awaitText(".baton-message-subject", "Teile bestellt: ");
      admin.awaitThat(
          "the placeholder is inserted",
          "return document.querySelector('#openingDe').value === 'Bestellt: {title}'");
      looksRight(admin, "admin-event");
      admin.click("#admin-form button", "Save");
      admin.awaitText("#admin-notice", "Saved.");

      admin.open("/desk/admin/clients");
      admin.click("tbody a", "");
      admin.click(".baton-admin-links a", "Client messages");
      admin.awaitText("table", "Parts ordered");
      looksRight(admin, "admin-messages");
      admin.click("tbody a", "");
      admin.awaitText("#subject-standard", "If left empty:");
      admin.awaitText(".baton-message-subject", "[INC-");
      looksRight(admin, "admin-message");
      admin.open("/desk/admin/categories/new");
      looksRight(admin, "admin-category");
      admin.open("/desk/admin/plan");
      looksRight(admin, "admin-plan");
      admin.speak("de");
      admin.open("/desk/admin/plan");
      looksRight(admin, "admin-plan-de");
      admin.open("/desk/admin/events/PARTS_ORDERED");
      admin.awaitText(".baton-message-subject", "Teile bestellt: ");
      looksRight(admin, "admin-event-de");
    }
  }

  private static void choose(Browser admin, String field, String typed, String option) {
    admin.awaitThat(
        "the field can be typed in",
        "document.querySelector(arguments[0])?.focus();"
            + " return document.activeElement.matches(arguments[0])",
        field);
    admin.press(typed);
    admin.awaitText(OPTION, option.replace('_', ' '));
    admin.press(Keys.ARROW_DOWN);
    admin.press(Keys.ENTER);
    admin.awaitThat(
        "it is chosen",
        "return document.querySelector(arguments[0]).value === arguments[1]",
        field,
        option);
  }

  private static void looksRight(Browser admin, String name) {
    for (int width : new int[] {390, 1100, 1440}) {
      admin.width(width);
      admin.awaitThat("no sideways scrolling", FITS);
      admin.picture(name + "-" + width);
    }
    assertThat(admin.barriers("body")).as(name).isEmpty();
  }
}
