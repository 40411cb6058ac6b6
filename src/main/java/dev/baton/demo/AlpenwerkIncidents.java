package dev.baton.demo;

import static dev.baton.demo.DemoAction.assignTo;
import static dev.baton.demo.DemoAction.claim;
import static dev.baton.demo.DemoAction.confirm;
import static dev.baton.demo.DemoAction.escalate;
import static dev.baton.demo.DemoAction.hold;
import static dev.baton.demo.DemoAction.markDuplicateOf;
import static dev.baton.demo.DemoAction.resolve;
import static dev.baton.demo.DemoAction.start;
import static dev.baton.demo.DemoAction.tell;
import static dev.baton.demo.DemoIncidents.AGENT;
import static dev.baton.demo.DemoIncidents.SENIOR_AGENT;
import static dev.baton.demo.DemoIncidents.TEAM_LEAD;
import static dev.baton.demo.DemoIncidents.days;
import static dev.baton.demo.DemoIncidents.hours;
import static dev.baton.demo.DemoIncidents.minutes;
import static dev.baton.demo.DemoIncidents.report;
import static dev.baton.demo.DemoIncidents.weight;
import static dev.baton.demo.DemoPeople.ALPENWERK;
import static dev.baton.demo.DemoPeople.APPLICATIONS_SPECIALIST;
import static dev.baton.demo.DemoPeople.MUNICH;
import static dev.baton.demo.DemoPeople.NETWORK_SPECIALIST;
import static dev.baton.demo.DemoTime.daysAgo;
import static dev.baton.demo.DemoTime.minutesAgo;
import static dev.baton.incident.Channel.EMAIL;
import static dev.baton.incident.Channel.PHONE;
import static dev.baton.incident.Channel.WALK_IN;
import static dev.baton.incident.HoldReason.PROBLEM;
import static dev.baton.incident.HoldReason.REQUESTER;
import static dev.baton.incident.Level.HIGH;
import static dev.baton.incident.Level.LOW;
import static dev.baton.incident.Level.MEDIUM;
import static dev.baton.incident.ResolutionCode.FIXED;
import static dev.baton.incident.ResolutionCode.USER_GUIDANCE;

import java.util.List;

/** What happened at the manufacturer in Munich. */
final class AlpenwerkIncidents {

  private static final String HUBER = "jonas.huber@alpenwerk.example";
  private static final String VOGEL = "miriam.vogel@alpenwerk.example";
  private static final String YILDIZ = "emre.yildiz@alpenwerk.example";
  private static final String LINDNER = "katharina.lindner@alpenwerk.example";

  private AlpenwerkIncidents() {}

  static List<DemoIncident> all() {
    return List.of(
        packingTablets(),
        lineThreeIsOffline(),
        lineThreeAgain(),
        videoConference(),
        sharedMailbox(),
        drawingsOpenSlowly(),
        labelPrinter());
  }

  private static DemoIncident packingTablets() {
    return DemoIncident.of(
            "packing-tablets",
            daysAgo(6, "06:52", MUNICH),
            AGENT,
            report(
                ALPENWERK,
                HUBER,
                PHONE,
                weight(HIGH, MEDIUM),
                "wifi",
                "production-network",
                "Tablets in Halle 2 verlieren alle paar Minuten das WLAN",
                """
                Seit Schichtbeginn fallen die Packtische 4 bis 9 in Halle 2 ständig aus dem WLAN. \
                Die Kollegen schreiben Packlisten von Hand. In Halle 1 ist alles in Ordnung.
                """))
        .then(minutes(4), AGENT, claim())
        .then(
            minutes(21),
            AGENT,
            escalate(
                "Zwei Access Points melden sich im Wechsel ab; Neustart per Controller half"
                    + " nicht."))
        .then(minutes(9), NETWORK_SPECIALIST, claim())
        .then(
            minutes(74),
            NETWORK_SPECIALIST,
            tell(
                PHONE,
                HUBER,
                "Herrn Huber informiert: ein Switch in Halle 2 liefert zu wenig Strom, Tausch bis"
                    + " 10 Uhr."))
        .then(
            minutes(58),
            NETWORK_SPECIALIST,
            resolve(FIXED, "Defekten PoE-Switch SW-H2-03 getauscht, alle Access Points stabil."))
        .then(hours(5), AGENT, confirm());
  }

  private static DemoIncident lineThreeIsOffline() {
    return DemoIncident.of(
            "line-three",
            minutesAgo(94),
            AGENT,
            report(
                ALPENWERK,
                HUBER,
                PHONE,
                weight(HIGH, HIGH),
                "network",
                "production-network",
                "Linie 3 steht: keine Verbindung zur Fertigungssteuerung",
                """
                Alle Maschinen der Linie 3 zeigen "Leitrechner nicht erreichbar". Die Linie steht \
                seit 10 Minuten, Linie 1 und 2 laufen. Am Wochenende wurde an der Firewall gearbeitet.
                """))
        .then(minutes(2), AGENT, claim())
        .then(
            minutes(7),
            AGENT,
            escalate(
                "VLAN 230 ist von der Leitwarte aus nicht erreichbar, Linie steht, bitte sofort."))
        .then(minutes(3), NETWORK_SPECIALIST, claim())
        .then(
            minutes(16),
            NETWORK_SPECIALIST,
            tell(
                PHONE,
                HUBER,
                "Ursache eingegrenzt: eine Regel der neuen Firewall sperrt Port 4840. Nächster"
                    + " Stand in 30 Minuten."));
  }

  private static DemoIncident lineThreeAgain() {
    return DemoIncident.of(
            "line-three-again",
            minutesAgo(81),
            null,
            report(
                ALPENWERK,
                YILDIZ,
                EMAIL,
                weight(MEDIUM, HIGH),
                "network",
                "production-network",
                "Keine Daten mehr von Linie 3 in der Auswertung",
                """
                Hallo zusammen,
                seit etwa einer Viertelstunde kommen in der Auswertung keine Stückzahlen der Linie 3 \
                mehr an. Hängt das mit der Störung in der Halle zusammen?
                Viele Grüße
                Emre Yıldız
                """))
        .then(minutes(11), AGENT, claim())
        .then(minutes(3), AGENT, markDuplicateOf("line-three"));
  }

  private static DemoIncident videoConference() {
    return DemoIncident.of(
            "video-conference",
            minutesAgo(47),
            AGENT,
            report(
                ALPENWERK,
                LINDNER,
                PHONE,
                weight(LOW, HIGH),
                "hardware",
                "workplace",
                "Kein Ton im Besprechungsraum Zugspitze",
                """
                Frau Dr. Lindner hat um 14 Uhr eine Konferenz mit dem Aufsichtsrat. Bild ist da, die \
                Gegenseite hört nichts. Laptop und Raumsystem wurden schon neu gestartet.
                """))
        .then(minutes(3), TEAM_LEAD, assignTo(SENIOR_AGENT))
        .then(minutes(2), SENIOR_AGENT, start());
  }

  private static DemoIncident sharedMailbox() {
    return DemoIncident.of(
            "shared-mailbox",
            daysAgo(4, "10:18", MUNICH),
            null,
            report(
                ALPENWERK,
                VOGEL,
                EMAIL,
                weight(LOW, MEDIUM),
                "email",
                "mail",
                "Postfach Einkauf: gesendete Nachrichten fehlen",
                """
                Guten Tag,
                Nachrichten, die ich aus dem gemeinsamen Postfach "Einkauf" sende, erscheinen dort \
                nicht unter "Gesendet". Meine Kolleginnen sehen meine Antworten deshalb nicht.
                Mit freundlichen Grüßen
                Miriam Vogel
                """))
        .then(minutes(35), AGENT, claim())
        .then(
            minutes(18),
            AGENT,
            hold(
                REQUESTER,
                days(2),
                "Bitte einmal mit der Web-Ansicht senden und mitteilen, ob die Nachricht dort"
                    + " erscheint."))
        .thenWaited(days(2).plusMinutes(1));
  }

  private static DemoIncident drawingsOpenSlowly() {
    return DemoIncident.of(
            "slow-drawings",
            daysAgo(2, "13:41", MUNICH),
            AGENT,
            report(
                ALPENWERK,
                YILDIZ,
                WALK_IN,
                weight(MEDIUM, MEDIUM),
                "application",
                "erp",
                "Zeichnungen öffnen sich aus dem ERP erst nach Minuten",
                """
                Der Aufruf einer Zeichnung aus dem Fertigungsauftrag dauert zwei bis drei Minuten, \
                direkt aus dem Archiv nur Sekunden. Betrifft die ganze Konstruktion seit dem Update.
                """))
        .then(minutes(6), AGENT, claim())
        .then(
            minutes(25),
            AGENT,
            escalate("Nachgestellt; vermutlich die Vorschau des neuen Clients."))
        .then(hours(1), APPLICATIONS_SPECIALIST, claim())
        .then(
            hours(3),
            APPLICATIONS_SPECIALIST,
            hold(
                PROBLEM,
                days(5),
                "Fehler im Vorschaudienst der Version 8.4 bestätigt, Ursache wird als Problem"
                    + " untersucht."));
  }

  private static DemoIncident labelPrinter() {
    return DemoIncident.of(
            "label-printer",
            daysAgo(1, "08:05", MUNICH),
            AGENT,
            report(
                ALPENWERK,
                VOGEL,
                PHONE,
                weight(LOW, LOW),
                "hardware",
                "workplace",
                "Etikettendrucker im Wareneingang druckt leere Etiketten",
                "Seit dem Rollenwechsel heute früh sind die Etiketten leer. Zweiter Drucker ist"
                    + " da."))
        .then(minutes(15), AGENT, claim())
        .then(
            minutes(22),
            AGENT,
            resolve(
                USER_GUIDANCE,
                "Rolle war mit der Rückseite nach oben eingelegt; am Telefon gewendet, Testdruck"
                    + " gut."));
  }
}
