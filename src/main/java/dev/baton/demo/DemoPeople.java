package dev.baton.demo;

import static dev.baton.staff.Role.ADMIN;
import static dev.baton.staff.Role.AGENT;
import static dev.baton.staff.Role.CLIENT_RELATIONSHIP_MANAGER;
import static dev.baton.staff.Role.DIRECTOR_OF_OPERATIONS;
import static dev.baton.staff.Role.PROCESS_OWNER;
import static dev.baton.staff.Role.QA_SPECIALIST;
import static dev.baton.staff.Role.SENIOR_AGENT;
import static dev.baton.staff.Role.SERVICE_DESK_MANAGER;
import static dev.baton.staff.Role.TEAM_LEAD;
import static dev.baton.staff.Role.TRAINER;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.client.Tier;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.SignIns;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The made-up clients and staff of the demonstration; all of them or none. */
@Component
class DemoPeople {

  static final String ALPENWERK = "alpenwerk";
  static final String HARCOURT_VANE = "harcourt-vane";
  static final String STRAITS_CARGO = "straits-cargo";
  static final String NETWORK_SPECIALIST = "network-specialist";
  static final String SECOND_PROCESS_OWNER = "second-process-owner";
  static final String APPLICATIONS_SPECIALIST = "applications-specialist";

  static final ZoneId MUNICH = ZoneId.of("Europe/Berlin");
  static final ZoneId LONDON = ZoneId.of("Europe/London");
  static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");

  private static final String DESK = "service-desk";
  private static final String NETWORK = "network";
  private static final String APPLICATIONS = "applications";
  private static final String PASSWORD = "baton";

  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final SignIns signIns;

  DemoPeople(ClientDirectory clients, StaffDirectory staff, SignIns signIns) {
    this.clients = clients;
    this.staff = staff;
    this.signIns = signIns;
  }

  @Transactional
  void register() {
    registerAlpenwerk();
    registerHarcourtVane();
    registerStraitsCargo();
    registerStaff();
  }

  private void registerAlpenwerk() {
    long id = client(ALPENWERK, "Alpenwerk Maschinenbau GmbH", Tier.GOLD, MUNICH, Locale.GERMAN);
    services(
        id,
        Map.of(
            "erp", "ERP und Fertigungsplanung",
            "production-network", "Produktionsnetz",
            "mail", "E-Mail und Kalender",
            "workplace", "Arbeitsplatz"));
    requester(id, "Jonas Huber", "jonas.huber@alpenwerk.example", "+49 89 5550 114");
    requester(id, "Miriam Vogel", "miriam.vogel@alpenwerk.example", "+49 89 5550 231");
    requester(id, "Emre Yıldız", "emre.yildiz@alpenwerk.example", "+49 89 5550 178");
    clients.register(
        new RequesterView(
            0,
            id,
            "Dr. Katharina Lindner",
            "katharina.lindner@alpenwerk.example",
            "+49 89 5550 100",
            true,
            null));
  }

  private void registerHarcourtVane() {
    long id = client(HARCOURT_VANE, "Harcourt Vane LLP", Tier.SILVER, LONDON, Locale.UK);
    services(
        id,
        Map.of(
            "documents", "Document management",
            "mail", "E-mail and calendar",
            "remote-access", "Remote access",
            "telephony", "Telephony"));
    requester(id, "Oliver Penhaligon", "o.penhaligon@harcourtvane.example", "+44 20 7946 0311");
    requester(id, "Callum Reid", "c.reid@harcourtvane.example", "+44 20 7946 0342");
    requester(id, "Beatrice Ashdown", "b.ashdown@harcourtvane.example", "+44 20 7946 0327");
    RequesterView priya =
        clients.register(
            new RequesterView(
                0,
                id,
                "Priya Raman",
                "p.raman@harcourtvane.example",
                "+44 20 7946 0358",
                false,
                SignIns.REQUESTERS));
    signIns.allowRequester(priya.login(), priya.name(), priya.email(), PASSWORD);
  }

  private void registerStraitsCargo() {
    long id =
        client(
            STRAITS_CARGO,
            "Straits Cargo Logistics Pte Ltd",
            Tier.BRONZE,
            SINGAPORE,
            Locale.ENGLISH);
    services(
        id,
        Map.of(
            "warehouse", "Warehouse management",
            "tracking", "Shipment tracking",
            "wifi", "Warehouse Wi-Fi",
            "mail", "E-mail and calendar"));
    requester(id, "Tan Wei Ling", "weiling.tan@straitscargo.example", "+65 6555 0121");
    requester(id, "Arjun Pillai", "arjun.pillai@straitscargo.example", "+65 6555 0134");
    requester(id, "Nur Aisyah Rahman", "aisyah.rahman@straitscargo.example", "+65 6555 0147");
    requester(id, "Marcus Ong", "marcus.ong@straitscargo.example", "+65 6555 0152");
  }

  private void registerStaff() {
    staff.register(new TeamView(DESK, "Service desk"));
    staff.register(new TeamView(NETWORK, "Network"));
    staff.register(new TeamView(APPLICATIONS, "Applications"));
    agent(AGENT, "Lena Fischer", MUNICH, DESK);
    agent(SENIOR_AGENT, "Tom Whitfield", LONDON, DESK, APPLICATIONS);
    agent(TEAM_LEAD, "Aylin Demir", MUNICH, DESK);
    agent(SERVICE_DESK_MANAGER, "Georg Baumann", MUNICH, DESK, NETWORK, APPLICATIONS);
    agent(DIRECTOR_OF_OPERATIONS, "Margaret Sloane", LONDON);
    agent(CLIENT_RELATIONSHIP_MANAGER, "Daniel Koh", SINGAPORE);
    agent(QA_SPECIALIST, "Ines Albrecht", MUNICH);
    agent(TRAINER, "Paul Hennessy", LONDON);
    agent(PROCESS_OWNER, "Sofia Marchetti", MUNICH);
    agent(SECOND_PROCESS_OWNER, PROCESS_OWNER, "Oliver Grant", LONDON);
    agent(ADMIN, "Ravi Menon", SINGAPORE);
    agent(NETWORK_SPECIALIST, SENIOR_AGENT, "Mei Chen", SINGAPORE, NETWORK);
    agent(APPLICATIONS_SPECIALIST, SENIOR_AGENT, "Florian Kern", MUNICH, APPLICATIONS);
  }

  private long client(String code, String name, Tier tier, ZoneId zone, Locale language) {
    return clients.register(new ClientView(0, code, name, tier, zone, language, 5, 3, 2)).id();
  }

  private void services(long client, Map<String, String> namesByCode) {
    namesByCode.forEach((code, name) -> clients.registerService(client, code, name));
  }

  private void requester(long client, String name, String email, String phone) {
    clients.register(new RequesterView(0, client, name, email, phone, false, null));
  }

  private void agent(Role role, String name, ZoneId zone, String... teams) {
    agent(role.group(), role, name, zone, teams);
  }

  private void agent(String login, Role role, String name, ZoneId zone, String... teams) {
    String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@baton.example";
    Locale language = zone.equals(MUNICH) ? Locale.GERMAN : Locale.ENGLISH;
    staff.register(
        new AgentView(login, name, address, zone, language, Set.of(role), Set.of(teams), true),
        PASSWORD);
  }
}
