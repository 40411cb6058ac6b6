package dev.baton.demo;

import static dev.baton.demo.DemoAction.assignTo;
import static dev.baton.demo.DemoAction.claim;
import static dev.baton.demo.DemoAction.escalate;
import static dev.baton.demo.DemoAction.handTo;
import static dev.baton.demo.DemoAction.hear;
import static dev.baton.demo.DemoAction.hold;
import static dev.baton.demo.DemoAction.reopen;
import static dev.baton.demo.DemoAction.resolve;
import static dev.baton.demo.DemoAction.tell;
import static dev.baton.demo.DemoIncidents.AGENT;
import static dev.baton.demo.DemoIncidents.SENIOR_AGENT;
import static dev.baton.demo.DemoIncidents.TEAM_LEAD;
import static dev.baton.demo.DemoIncidents.days;
import static dev.baton.demo.DemoIncidents.hours;
import static dev.baton.demo.DemoIncidents.minutes;
import static dev.baton.demo.DemoIncidents.report;
import static dev.baton.demo.DemoIncidents.weight;
import static dev.baton.demo.DemoPeople.APPLICATIONS_SPECIALIST;
import static dev.baton.demo.DemoPeople.HARCOURT_VANE;
import static dev.baton.demo.DemoPeople.LONDON;
import static dev.baton.demo.DemoPeople.NETWORK_SPECIALIST;
import static dev.baton.demo.DemoTime.daysAgo;
import static dev.baton.demo.DemoTime.minutesAgo;
import static dev.baton.incident.Channel.EMAIL;
import static dev.baton.incident.Channel.PHONE;
import static dev.baton.incident.Channel.WEB;
import static dev.baton.incident.HoldReason.CHANGE;
import static dev.baton.incident.HoldReason.REQUESTER;
import static dev.baton.incident.Level.HIGH;
import static dev.baton.incident.Level.LOW;
import static dev.baton.incident.Level.MEDIUM;
import static dev.baton.incident.ResolutionCode.FIXED;
import static dev.baton.incident.ResolutionCode.WORKAROUND;

import java.util.List;

/** What happened at the law firm in London. */
final class HarcourtVaneIncidents {

  private static final String REQUESTER_LOGIN = DemoIncidents.REQUESTER;
  private static final String PENHALIGON = "o.penhaligon@harcourtvane.example";
  private static final String REID = "c.reid@harcourtvane.example";
  private static final String ASHDOWN = "b.ashdown@harcourtvane.example";
  private static final String RAMAN = "p.raman@harcourtvane.example";

  private HarcourtVaneIncidents() {}

  static List<DemoIncident> all() {
    return List.of(
        voicemail(),
        vpnDropsAtNoon(),
        bundleWillNotExport(),
        courtCalendar(),
        phonesInReception(),
        comparisonTool(),
        newStarterAccess());
  }

  /** Nobody objected: closed by its flow. */
  private static DemoIncident voicemail() {
    return DemoIncident.of(
            "voicemail",
            daysAgo(9, "09:27", LONDON),
            null,
            report(
                HARCOURT_VANE,
                ASHDOWN,
                EMAIL,
                weight(LOW, LOW),
                "telephony",
                "telephony",
                "Voicemail light stays on with no messages",
                """
                Morning,
                the red light on my desk phone has been on since Friday although my mailbox is empty. \
                Not urgent, just distracting.
                Beatrice
                """))
        .then(minutes(52), AGENT, claim())
        .then(
            minutes(14),
            AGENT,
            resolve(
                FIXED, "Reset the message-waiting indicator for extension 327 on the exchange."))
        .thenWaited(days(5).plusMinutes(1));
  }

  private static DemoIncident vpnDropsAtNoon() {
    return DemoIncident.of(
            "vpn-drops",
            daysAgo(3, "12:44", LONDON),
            REQUESTER_LOGIN,
            report(
                HARCOURT_VANE,
                RAMAN,
                WEB,
                weight(MEDIUM, MEDIUM),
                "vpn",
                "remote-access",
                "Remote access drops every thirty minutes",
                """
                Three of us working from home are thrown out of remote access every half hour, almost \
                to the minute, and have to sign in again with the token. Started this week.
                """))
        .then(minutes(12), SENIOR_AGENT, claim())
        .then(
            minutes(40),
            SENIOR_AGENT,
            resolve(
                WORKAROUND, "Moved the three accounts to the second gateway; stable for an hour."))
        .then(
            hours(20),
            REQUESTER_LOGIN,
            reopen("It is back this morning: two of us were dropped again at 08:30 and 09:00."))
        .then(
            minutes(25),
            SENIOR_AGENT,
            escalate("Both gateways end sessions after 30 minutes; looks like the new policy."))
        .then(minutes(48), NETWORK_SPECIALIST, claim());
  }

  private static DemoIncident bundleWillNotExport() {
    return DemoIncident.of(
            "bundle-export",
            daysAgo(1, "15:12", LONDON),
            AGENT,
            report(
                HARCOURT_VANE,
                PENHALIGON,
                PHONE,
                weight(MEDIUM, HIGH),
                "application",
                "documents",
                "Hearing bundle will not export to PDF",
                """
                Export of a 1,400 page bundle stops at 62 % with "unexpected error". It has to be filed \
                with the court by Tuesday noon. Smaller bundles export.
                """))
        .then(minutes(3), AGENT, claim())
        .then(
            minutes(31),
            AGENT,
            escalate("Reproduced with the same bundle; the export service runs out of memory."))
        .then(minutes(17), APPLICATIONS_SPECIALIST, claim())
        .then(
            minutes(55),
            APPLICATIONS_SPECIALIST,
            hold(REQUESTER, days(2), "May we split the bundle into two volumes for the filing?"))
        .then(
            hours(2),
            null,
            hear(EMAIL, PENHALIGON, "Two volumes are fine with the court. Please go ahead. OP"))
        .then(
            minutes(20),
            APPLICATIONS_SPECIALIST,
            tell(
                EMAIL,
                PENHALIGON,
                "Volume one is exported and in your matter folder; two follows."));
  }

  private static DemoIncident courtCalendar() {
    return DemoIncident.of(
            "court-calendar",
            daysAgo(1, "11:05", LONDON),
            null,
            report(
                HARCOURT_VANE,
                REID,
                EMAIL,
                weight(LOW, MEDIUM),
                "email",
                "mail",
                "Court dates show one hour late in my calendar",
                """
                Hi, hearings that the clerks put in the shared calendar show an hour late on my phone but \
                are right on the laptop. Callum
                """))
        .then(minutes(44), AGENT, claim())
        .then(
            minutes(9),
            AGENT,
            hold(
                REQUESTER,
                days(2),
                "Which time zone does the phone show under Settings, Date and time?"));
  }

  private static DemoIncident phonesInReception() {
    return DemoIncident.of(
            "reception-phones",
            daysAgo(2, "08:38", LONDON),
            AGENT,
            report(
                HARCOURT_VANE,
                ASHDOWN,
                PHONE,
                weight(MEDIUM, MEDIUM),
                "telephony",
                "telephony",
                "Calls to reception ring out after two rings",
                "Callers to the main number reach the night message after two rings in office"
                    + " hours."))
        .then(minutes(5), AGENT, claim())
        .then(minutes(26), AGENT, handTo("network"))
        .then(minutes(38), NETWORK_SPECIALIST, claim())
        .then(
            hours(1),
            NETWORK_SPECIALIST,
            hold(
                CHANGE,
                days(4),
                "Hunt group timeout is corrected with the exchange update on change CR-118."));
  }

  private static DemoIncident comparisonTool() {
    return DemoIncident.of(
            "comparison-tool",
            minutesAgo(128),
            REQUESTER_LOGIN,
            report(
                HARCOURT_VANE,
                RAMAN,
                WEB,
                weight(LOW, MEDIUM),
                "application",
                "documents",
                "Comparison add-in missing after this morning's restart",
                """
                The Compare button has gone from the ribbon since my laptop restarted for updates. I can \
                compare from a colleague's machine for now.
                """))
        .then(minutes(19), TEAM_LEAD, assignTo(AGENT));
  }

  private static DemoIncident newStarterAccess() {
    return DemoIncident.of(
        "new-starter",
        minutesAgo(36),
        null,
        report(
            HARCOURT_VANE,
            REID,
            EMAIL,
            weight(MEDIUM, MEDIUM),
            "access",
            "documents",
            "New trainee cannot open the Meridian matter",
            """
            Our trainee who started today gets "access denied" on every document of the Meridian matter. \
            She is on the matter team since 9 o'clock, I have checked. Callum Reid
            """));
  }
}
