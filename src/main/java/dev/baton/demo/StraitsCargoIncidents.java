package dev.baton.demo;

import static dev.baton.demo.DemoAction.cancel;
import static dev.baton.demo.DemoAction.claim;
import static dev.baton.demo.DemoAction.confirm;
import static dev.baton.demo.DemoAction.escalate;
import static dev.baton.demo.DemoAction.hear;
import static dev.baton.demo.DemoAction.hold;
import static dev.baton.demo.DemoAction.reopen;
import static dev.baton.demo.DemoAction.reprioritise;
import static dev.baton.demo.DemoAction.resolve;
import static dev.baton.demo.DemoAction.tell;
import static dev.baton.demo.DemoIncidents.AGENT;
import static dev.baton.demo.DemoIncidents.SENIOR_AGENT;
import static dev.baton.demo.DemoIncidents.days;
import static dev.baton.demo.DemoIncidents.hours;
import static dev.baton.demo.DemoIncidents.minutes;
import static dev.baton.demo.DemoIncidents.report;
import static dev.baton.demo.DemoIncidents.weight;
import static dev.baton.demo.DemoPeople.APPLICATIONS_SPECIALIST;
import static dev.baton.demo.DemoPeople.NETWORK_SPECIALIST;
import static dev.baton.demo.DemoPeople.SINGAPORE;
import static dev.baton.demo.DemoPeople.STRAITS_CARGO;
import static dev.baton.demo.DemoTime.daysAgo;
import static dev.baton.demo.DemoTime.minutesAgo;
import static dev.baton.incident.Channel.CHAT;
import static dev.baton.incident.Channel.EMAIL;
import static dev.baton.incident.Channel.MONITORING;
import static dev.baton.incident.Channel.PHONE;
import static dev.baton.incident.HoldReason.SUPPLIER;
import static dev.baton.incident.Level.HIGH;
import static dev.baton.incident.Level.LOW;
import static dev.baton.incident.Level.MEDIUM;
import static dev.baton.incident.ResolutionCode.FIXED;

import java.util.List;

/** What happened at the logistics house in Singapore. */
final class StraitsCargoIncidents {

  private static final String TAN = "weiling.tan@straitscargo.example";
  private static final String PILLAI = "arjun.pillai@straitscargo.example";
  private static final String AISYAH = "aisyah.rahman@straitscargo.example";
  private static final String ONG = "marcus.ong@straitscargo.example";

  private StraitsCargoIncidents() {}

  static List<DemoIncident> all() {
    return List.of(
        scannersAtDockFive(),
        manifestUpload(),
        shortedCable(),
        trackingPage(),
        stockCount(),
        signature());
  }

  private static DemoIncident scannersAtDockFive() {
    return DemoIncident.of(
            "scanners",
            daysAgo(5, "07:31", SINGAPORE),
            AGENT,
            report(
                STRAITS_CARGO,
                TAN,
                PHONE,
                weight(MEDIUM, HIGH),
                "wifi",
                "wifi",
                "Hand scanners at dock 5 lose their session",
                """
                Scanners at dock 5 ask for the password again after every pallet. Unloading goes on with \
                paper lists, a vessel is due at noon.
                """))
        .then(minutes(6), SENIOR_AGENT, claim())
        .then(
            minutes(33),
            SENIOR_AGENT,
            resolve(FIXED, "Renewed the certificate of the scanners' network profile."))
        .then(
            hours(3),
            AGENT,
            reopen("Wei Ling called: four of the eleven scanners still lose the session."))
        .then(
            minutes(12), SENIOR_AGENT, escalate("Remaining four associate with a foreign channel."))
        .then(minutes(30), NETWORK_SPECIALIST, claim())
        .then(
            hours(2),
            NETWORK_SPECIALIST,
            resolve(
                FIXED, "Old profile removed from the four scanners; roaming tested along dock 5."))
        .then(hours(18), AGENT, confirm());
  }

  private static DemoIncident manifestUpload() {
    return DemoIncident.of(
            "manifest-upload",
            daysAgo(3, "16:20", SINGAPORE),
            null,
            report(
                STRAITS_CARGO,
                PILLAI,
                EMAIL,
                weight(HIGH, MEDIUM),
                "application",
                "tracking",
                "Customs rejects our manifest uploads since 15:00",
                """
                All manifests we upload since 3 pm come back as "schema version not supported". \
                Nothing changed on our side. Five containers are waiting.
                Arjun Pillai, Shipping
                """))
        .then(minutes(7), AGENT, claim())
        .then(
            minutes(16),
            AGENT,
            escalate("Customs moved to schema 4.2 today, our export sends 4.1."))
        .then(minutes(14), APPLICATIONS_SPECIALIST, claim())
        .then(
            minutes(50),
            APPLICATIONS_SPECIALIST,
            tell(
                EMAIL,
                PILLAI,
                "We send the five manifests by hand meanwhile and chase the vendor."))
        .then(
            minutes(35),
            APPLICATIONS_SPECIALIST,
            hold(
                SUPPLIER,
                days(5),
                "Vendor ticket 77-20418: patch for schema 4.2 promised this week."));
  }

  private static DemoIncident shortedCable() {
    return DemoIncident.of(
            "gate-camera",
            daysAgo(2, "03:14", SINGAPORE),
            null,
            report(
                STRAITS_CARGO,
                ONG,
                MONITORING,
                weight(LOW, MEDIUM),
                "network",
                "wifi",
                "Gate 2 camera unreachable",
                "Probe camera-gate-2: no answer for 15 minutes. Last seen 02:59."))
        .then(minutes(46), AGENT, claim())
        .then(
            hours(5),
            AGENT,
            cancel(
                "Camera was taken down for the repaving of gate 2; maintenance was not"
                    + " announced."));
  }

  private static DemoIncident trackingPage() {
    return DemoIncident.of(
            "tracking-page",
            minutesAgo(265),
            AGENT,
            report(
                STRAITS_CARGO,
                AISYAH,
                CHAT,
                weight(LOW, MEDIUM),
                "application",
                "tracking",
                "Tracking page shows yesterday's positions",
                "Customers see positions from yesterday evening for all shipments from Port"
                    + " Klang."))
        .then(minutes(4), SENIOR_AGENT, claim())
        .then(
            minutes(21),
            SENIOR_AGENT,
            reprioritise(MEDIUM, MEDIUM, "Affects every customer of the Klang route, not one."))
        .then(
            minutes(53),
            SENIOR_AGENT,
            resolve(
                FIXED,
                "Position feed had stopped after the certificate change; restarted, caught up."));
  }

  private static DemoIncident stockCount() {
    return DemoIncident.of(
            "stock-count",
            minutesAgo(171),
            AGENT,
            report(
                STRAITS_CARGO,
                TAN,
                PHONE,
                weight(MEDIUM, MEDIUM),
                "application",
                "warehouse",
                "Stock count of bay C cannot be closed",
                """
                The count of bay C shows 0 open lines but "Close count" says lines are missing. Bay C is \
                blocked for picking until it is closed.
                """))
        .then(minutes(8), AGENT, claim())
        .then(
            minutes(27),
            null,
            hear(CHAT, TAN, "One more thing: bay D closed without a problem ten minutes ago."))
        .then(
            minutes(13),
            AGENT,
            escalate(
                "Two lines of bay C hang in status 'recount' without an owner; needs the"
                    + " database."));
  }

  private static DemoIncident signature() {
    return DemoIncident.of(
        "signature",
        minutesAgo(13),
        null,
        report(
            STRAITS_CARGO,
            AISYAH,
            EMAIL,
            weight(LOW, LOW),
            "email",
            "mail",
            "Old company address in my mail signature",
            """
            Hello, my signature still shows the Tuas address. The new one is on everybody else's mails. 🙂
            Thanks, Aisyah
            """));
  }
}
