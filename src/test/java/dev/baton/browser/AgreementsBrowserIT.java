package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A manager changes a calendar and an agreement on their pages, and sees what it would mean. */
abstract class AgreementsBrowserIT {

  private final DemoDeskProgram desk;

  AgreementsBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void aManagerChecksCalendarsAndAgreementsBeforePublishing() {
    try (Browser manager = new Browser(desk.port())) {
      manager.signIn("/desk/admin/calendars", "service-desk-manager", "baton");
      manager.awaitText("table", "munich-office");
      looksRight(manager, "calendars");

      manager.open("/desk/admin/calendars/munich-office");
      manager.choosePlain("#country", "Austria");
      manager.awaitText("#region", "Vienna");
      manager.choosePlain("#country", "Germany");
      manager.awaitText("#region", "Hesse");
      manager.choosePlain("#region", "Hesse");
      manager.click("#check", "Check changes");
      manager.awaitText("#check-result", "days of the next year change");
      manager.awaitText("#check-result", "Germany, Hesse");
      looksRight(manager, "calendar-checked");

      manager.open("/desk/admin/agreements");
      looksRight(manager, "agreements");
      manager.open("/desk/admin/agreements/alpenwerk-gold");
      looksRight(manager, "agreement");
      manager.ask("document.querySelectorAll('details').forEach(each => each.open = true)");
      assertThat(manager.barriers("main")).isEmpty();
      manager.type("[name='P1.RESPONSE.value']", "20");
      manager.click("#check", "Check changes");
      manager.awaitText("#check-result", "20 minutes");
      looksRight(manager, "agreement-checked");
      manager.click("#publish", "Publish version 2");
      manager.awaitText("#admin-notice", "Version 2 is published");
      manager.open("/desk/admin/agreements/alpenwerk-gold/compare");
      manager.awaitText("[role=status]", "1 difference");
      looksRight(manager, "agreement-compared");
      manager.open("/desk/admin/new-agreement");
      looksRight(manager, "agreement-new");
      manager.open("/desk/admin/agreements/precedence?client=straits-cargo&service=tracking");
      manager.awaitText("table", "straits-cargo-tracking");
      looksRight(manager, "agreement-precedence");

      manager.speak("de");
      manager.open("/desk/admin/agreements/alpenwerk-gold");
      manager.awaitText("h1", "Vereinbarungen");
      looksRight(manager, "agreement-de");
      manager.open("/desk/admin/calendars/munich-office");
      looksRight(manager, "calendar-de");
    }
  }

  private static void looksRight(Browser manager, String name) {
    for (int width : new int[] {390, 1100, 1440}) {
      manager.width(width);
      manager.awaitThat(
          "no sideways scrolling",
          "return document.documentElement.scrollWidth <= window.innerWidth + 1");
      assertThat(manager.barriers("body")).as(name).isEmpty();
      manager.picture(name + "-" + width);
    }
  }
}
