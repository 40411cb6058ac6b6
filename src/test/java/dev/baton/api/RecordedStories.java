package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import java.time.Duration;
import java.time.Instant;

/** What people do with incidents, for tests of what is read back from the journal. */
final class RecordedStories {

  private static final String INCIDENTS = "/api/v1/incidents/";

  private final String client;
  private final ApiClient agent;
  private final ApiClient customer;
  private final DueJobs jobs;
  private final EngineClock clock;
  private Instant now;

  /**
   * @param customer who answers, rejects and confirms: the requester, or an agent for them
   * @param begin when the first is reported; between two acts pass seven minutes
   */
  RecordedStories(
      String client,
      ApiClient agent,
      ApiClient customer,
      DueJobs jobs,
      EngineClock clock,
      Instant begin) {
    this.client = client;
    this.agent = agent;
    this.customer = customer;
    this.jobs = jobs;
    this.clock = clock;
    this.now = begin;
  }

  private void timePasses() {
    now = now.plus(Duration.ofMinutes(7));
    clock.travelTo(now);
  }

  private String reported(String subject, String levels) {
    timePasses();
    ApiClient.Answer reported =
        agent.post(
            "/api/v1/incidents",
            """
            {"client": "%s", "requester": {"name": "Ada", "email": "ada@%s.example"},
             "channel": "EMAIL", "subject": "%s", "description": "It stopped.", %s}
            """
                .formatted(client, client, subject, levels));
    assertThat(reported.status()).as(reported.body()).isEqualTo(201);
    jobs.runDue();
    return reported.text("number");
  }

  private void does(ApiClient who, String number, String act, String body) {
    timePasses();
    ApiClient.Answer done = who.post(INCIDENTS + number + "/" + act, body);
    assertThat(done.status()).as("%s: %s", act, done.body()).isBetween(200, 201);
    jobs.runDue();
  }

  /** Taken, raised, held, answered, resolved, reopened, resolved again and confirmed. */
  String longOne() {
    String number = reported("Long one", "\"impact\": \"LOW\", \"urgency\": \"LOW\"");
    does(agent, number, "claim", "{}");
    does(agent, number, "reprioritise", "{\"impact\": \"HIGH\", \"urgency\": \"LOW\"}");
    does(
        agent,
        number,
        "hold",
        "{\"reason\": \"REQUESTER\", \"until\": \"2099-01-01T12:00:00Z\","
            + " \"note\": \"Which floor?\"}");
    String reply = "\"channel\": \"WEB\", \"body\": \"Floor 3\"";
    does(
        customer,
        number,
        "contacts",
        customer.equals(agent)
            ? "{\"direction\": \"IN\", \"visibility\": \"CLIENT\", %s}".formatted(reply)
            : "{%s}".formatted(reply));
    does(agent, number, "resolve", "{\"code\": \"FIXED\", \"note\": \"Cable\"}");
    does(customer, number, "reopen", "{\"note\": \"Broken again\"}");
    does(agent, number, "resolve", "{\"code\": \"WORKAROUND\", \"note\": \"Other cable\"}");
    does(customer, number, "confirm", "{}");
    return number;
  }

  /** Sent to another team, and on hold for the supplier there. */
  String handedOver() {
    String number = reported("Handed over", "\"impact\": \"MEDIUM\", \"urgency\": \"MEDIUM\"");
    does(agent, number, "assign", "{\"team\": \"network\"}");
    does(agent, number, "assign", "{\"assignee\": \"senior-agent\"}");
    does(agent, number, "hold", "{\"reason\": \"SUPPLIER\", \"until\": \"2099-01-01T12:00:00Z\"}");
    return number;
  }

  String duplicateOf(String original) {
    String number = reported("The same", "\"impact\": \"LOW\", \"urgency\": \"LOW\"");
    does(agent, number, "claim", "{}");
    does(agent, number, "duplicate", "{\"of\": \"%s\"}".formatted(original));
    return number;
  }

  String cancelled() {
    String number = reported("By mistake", "\"impact\": \"LOW\", \"urgency\": \"LOW\"");
    does(agent, number, "cancel", "{\"note\": \"Reported by mistake\"}");
    return number;
  }
}
