package dev.baton.api;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.client.Tier;
import dev.baton.engine.DueJobs;
import dev.baton.flow.proposal.DirectDeployment;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.SignIns;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.support.BatonTest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A small desk behind a real port: two clients with a person each, and one agent of every role. */
@BatonTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ApiDesk {

  public static final String PASSWORD = "Only-4-tests!";

  /** Who signs in wrongly: the engine then makes them wait for some seconds. */
  static final String FORGETFUL = "forgetful";

  private static final String[] TEAMS = {"service-desk", "network", "applications"};

  @Autowired protected ClientDirectory clients;
  @Autowired protected StaffDirectory staff;
  @Autowired protected SignIns signIns;
  @Autowired protected DueJobs jobs;
  @Autowired protected DirectDeployment direct;
  @LocalServerPort protected int port;

  protected ApiClient agent;
  protected ApiClient requester;
  protected ApiClient stranger;

  @BeforeEach
  void openTheDesk() {
    if (staff.agent("agent").isEmpty()) {
      registerEverybody();
    }
    ApiClient nobody = new ApiClient("http://127.0.0.1:" + port, null, null);
    agent = nobody.as("agent");
    requester = nobody.as("ada");
    stranger = nobody.as("bob");
    deployDirectly(true);
  }

  /** Most tests deploy what they try; those of proposals do not. */
  protected void deployDirectly(boolean isAllowed) {
    if (direct.isAllowed() != isAllowed) {
      agent
          .as("admin")
          .put(
              "/api/v1/flows/direct-deployment",
              "{\"allowed\": %s, \"reason\": \"This desk tries flows out.\"}".formatted(isAllowed));
    }
  }

  protected ApiClient nobody() {
    return agent.asNobody();
  }

  /** A report of Ada's at acme. */
  protected static String report(String subject) {
    return """
    {"client": "acme", "requester": {"name": "Ada", "email": "ada@acme.example"},
     "channel": "EMAIL", "subject": "%s", "description": "It stopped.",
     "impact": "MEDIUM", "urgency": "HIGH", "category": "network"}
    """
        .formatted(subject);
  }

  /** The number of a new incident that its flow has routed. */
  protected String newIncident(String subject) {
    String number = agent.post("/api/v1/incidents", report(subject)).text("number");
    jobs.runDue();
    return number;
  }

  /** The number of a new incident that waits for the requester's word. */
  protected String resolvedIncident(String subject) {
    String number = newIncident(subject);
    agent.post("/api/v1/incidents/" + number + "/claim");
    agent.post(
        "/api/v1/incidents/" + number + "/resolve",
        "{\"code\": \"FIXED\", \"note\": \"Replaced the cable\"}");
    return number;
  }

  /** What so many at once are answered. */
  protected static List<ApiClient.Answer> atOnce(int many, Supplier<ApiClient.Answer> ask) {
    ExecutorService crowd = Executors.newFixedThreadPool(many);
    try {
      return Stream.generate(() -> CompletableFuture.supplyAsync(ask, crowd))
          .limit(many)
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } finally {
      crowd.shutdown();
    }
  }

  private void registerEverybody() {
    Arrays.stream(TEAMS).forEach(code -> staff.register(new TeamView(code, "Team " + code)));
    Arrays.stream(Role.values()).forEach(role -> agent(role.group(), role));
    agent(FORGETFUL, Role.AGENT);
    person("acme", "ada", "Ada");
    person("globex", "bob", "Bob");
  }

  private void agent(String login, Role role) {
    staff.register(
        new AgentView(
            login,
            role.title(),
            login + "@desk.example",
            ZoneId.of("UTC"),
            Locale.ENGLISH,
            Set.of(role),
            Set.of("service-desk"),
            true),
        PASSWORD);
  }

  private void person(String client, String login, String name) {
    long id =
        clients
            .register(
                new ClientView(
                    0,
                    client,
                    "The " + client,
                    Tier.GOLD,
                    ZoneId.of("UTC"),
                    Locale.ENGLISH,
                    5,
                    2,
                    2))
            .id();
    String email = login + "@" + client + ".example";
    clients.register(new RequesterView(0, id, name, email, null, false, login));
    signIns.allowRequester(login, name, email, PASSWORD);
  }
}
