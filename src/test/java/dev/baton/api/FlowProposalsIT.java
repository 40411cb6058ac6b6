package dev.baton.api;

import static dev.baton.api.ShippedFiles.replaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.release.LiveFiles;
import dev.baton.engine.release.PackagedRelease;
import dev.baton.flow.proposal.PackagedChanges;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.spring.boot.starter.SpringBootProcessApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What Modeler sends becomes a proposal, and a second process owner publishes it. */
class FlowProposalsIT extends ApiDesk {

  private static final String PROPOSALS = "/api/v1/flows/proposals";
  private static final String SECOND = "second-owner";

  @Autowired RepositoryService repositoryService;
  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;
  @Autowired PackagedChanges packagedChanges;
  @Autowired LiveFiles liveFiles;
  @Autowired SpringBootProcessApplication processApplication;

  private ApiClient owner;
  private ApiClient second;
  private long deploymentsBefore;

  @BeforeEach
  void twoProcessOwners() {
    if (staff.agent(SECOND).isEmpty()) {
      staff.register(
          new AgentView(
              SECOND,
              "Second owner",
              "second@desk.example",
              ZoneId.of("UTC"),
              Locale.ENGLISH,
              Set.of(Role.PROCESS_OWNER),
              Set.of("service-desk"),
              true),
          PASSWORD);
    }
    owner = agent.as("process-owner");
    second = agent.as(SECOND);
    deployDirectly(false);
    deploymentsBefore = repositoryService.createDeploymentQuery().count();
  }

  @AfterEach
  void whatIsShippedIsLiveAgain() {
    deployDirectly(true);
    for (String file : List.of("priority.dmn", "routing.dmn")) {
      Deployments.deploy(owner, file, ShippedFiles.text(file));
    }
    transaction.executeWithoutResult(
        status -> {
          database.update("delete from flow_proposal");
          database.update("delete from flow_packaged_file");
        });
  }

  @Test
  void whatModelerSendsIsNotLiveUntilASecondPersonPublishesIt() {
    ApiClient.Answer sent = Deployments.deployIfChanged(owner, "priority.dmn", everythingIsP1());

    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    assertThat(sent.text("id")).startsWith("proposal-");
    String page = sent.json().path("links").path(0).path("href").asText();
    assertThat(page).startsWith("http://127.0.0.1").contains("/desk/flows/proposals/");
    assertThat(repositoryService.createDeploymentQuery().count()).isEqualTo(deploymentsBefore);
    assertThat(priorityOfANewIncident("Not yet")).isEqualTo("P2");

    String id = idOf(sent);
    JsonNode proposal = second.get(PROPOSALS + "/" + id).json();
    assertThat(proposal.at("/proposal/state").asText()).isEqualTo("OPEN");
    assertThat(proposal.at("/proposal/proposedBy").asText()).isEqualTo("process-owner");
    assertThat(proposal.at("/files/0/name").asText()).isEqualTo("priority.dmn");
    assertThat(proposal.at("/files/0/change").asText()).isEqualTo("CHANGED");
    assertThat(proposal.at("/check/deployable").asBoolean()).isTrue();

    ApiClient.Answer published = publish(second, id, 1);

    assertThat(published.status()).as(published.body()).isEqualTo(200);
    int number = published.json().path("number").asInt();
    assertThat(priorityOfANewIncident("Now")).isEqualTo("P1");
    Deployment live =
        repositoryService
            .createDeploymentQuery()
            .deploymentId(published.text("deploymentId"))
            .singleResult();
    assertThat(live.getName()).isEqualTo("Release %d: test".formatted(number));
    assertThat(repositoryService.getDeploymentResourceNames(live.getId()))
        .hasSizeGreaterThanOrEqualTo(PackagedRelease.files().size());
    assertThat(second.get(PROPOSALS + "/" + id).json().at("/proposal/release").asInt())
        .isEqualTo(number);
    assertThat(second.get("/api/v1/flows/releases").json().at("/items/0/publishedBy").asText())
        .isEqualTo(SECOND);
    assertThat(audited("Release " + number)).contains("Published proposal " + id, "Looks right");
  }

  @Test
  void aPublicationLocksInTheSameOrderAsADirectDeployment() {
    String id = idOf(Deployments.deploy(owner, "priority.dmn", everythingIsP1()));

    CompletableFuture<ApiClient.Answer> publication =
        transaction.execute(
            status -> {
              database.queryForList(
                  "select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'deployment.lock' for update");
              var answer = CompletableFuture.supplyAsync(() -> publish(second, id, 1));
              // Read more often than every tenth of a second, this table stays as it was.
              await()
                  .pollInSameThread()
                  .pollInterval(Duration.ofMillis(300))
                  .atMost(Duration.ofSeconds(30))
                  .until(this::isAnyoneWaitingForALock);
              database.queryForList(
                  "select number from flow_release order by number desc limit 1 for update");
              return answer;
            });

    ApiClient.Answer published = publication.join();
    assertThat(published.status()).as(published.body()).isEqualTo(200);
  }

  private boolean isAnyoneWaitingForALock() {
    return database.queryForObject(
            "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'",
            Integer.class)
        > 0;
  }

  @Test
  void whatTheChecksFindAtThePublicationIsSaidOfEachElement() {
    String id = idOf(Deployments.deploy(owner, "routing.dmn", ShippedFiles.text("routing.dmn")));
    String wrong =
        ShippedFiles.text("routing.dmn")
            .replace(
                "<text>\"network\"</text>\n        </outputEntry>",
                "<text>\"netwrok\"</text>\n        </outputEntry>");
    transaction.executeWithoutResult(
        status ->
            database.update(
                "update flow_proposal_file set content = ? where proposal_id = ?",
                wrong.getBytes(StandardCharsets.UTF_8),
                id));

    ApiClient.Answer refused = publish(second, id, 1);

    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    JsonNode error = refused.json().at("/errors/0");
    assertThat(error.path("file").asText()).endsWith("routing.dmn");
    assertThat(error.toString()).contains("netwrok");
    assertThat(repositoryService.createDeploymentQuery().count()).isEqualTo(deploymentsBefore);
  }

  @Test
  void nobodyPublishesOrDeclinesWhatTheyProposed() {
    String id = idOf(Deployments.deploy(owner, "priority.dmn", everythingIsP1()));

    assertThat(publish(owner, id, 1).status()).isEqualTo(409);
    assertThat(publish(owner, id, 1).body()).contains("another process owner");
    assertThat(owner.post(PROPOSALS + "/" + id + "/decline", "{\"reason\": \"no\"}").status())
        .isEqualTo(409);
    for (String somebody : List.of("agent", "service-desk-manager", "admin")) {
      assertThat(publish(agent.as(somebody), id, 1).status()).as(somebody).isEqualTo(403);
    }
    assertThat(repositoryService.createDeploymentQuery().count()).isEqualTo(deploymentsBefore);
  }

  @Test
  void filesSentOneByOneJoinOneProposalUntilItIsComplete() {
    String form =
        """
        {"id": "tell-security", "type": "default", "schemaVersion": 16, "components": [
          {"type": "textfield", "key": "securityTicket", "label": "Ticket", "id": "f1"}]}
        """;
    String first = idOf(Deployments.deploy(owner, "tell-security.form", form));
    String again = idOf(Deployments.deploy(owner, "priority.dmn", everythingIsP1()));
    assertThat(again).isEqualTo(first);
    assertThat(owner.get(PROPOSALS + "/" + first).json().path("files")).hasSize(2);

    assertThat(publish(second, first, 1).body()).contains("has changed since you looked");
    assertThat(owner.post(PROPOSALS + "/" + first + "/complete", "{}").status()).isEqualTo(200);
    String other = idOf(Deployments.deploy(owner, "priority.dmn", everythingIsP1()));
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void whatTheChecksRefuseIsNotKept() {
    String broken =
        replaced(ShippedFiles.text("incident-lifecycle.bpmn"), "${recordResolution}", "${nobody}");

    ApiClient.Answer answer = Deployments.deploy(owner, "incident-lifecycle.bpmn", broken);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("message")).contains("Nothing is deployed", "nobody");
    assertThat(owner.get(PROPOSALS + "?state=OPEN").json().path("totalItems").asInt()).isZero();
  }

  @Test
  void whatIsNoDeploymentIsRefusedAsTheEngineWould() {
    assertThat(Deployments.deploy(owner, Map.of()).status()).isEqualTo(400);
    // More than 255, and less than what a part's head may have.
    String longName = "p".repeat(252) + ".dmn";
    ApiClient.Answer answer = Deployments.deploy(owner, longName, everythingIsP1());
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.text("message")).contains("longer than 255 characters");
  }

  /** What is packaged lies in a folder, and Modeler names none. */
  @Test
  void whatIsWrongWithTheLiveFileKeepsNobodyFromChangingSomethingElseInIt() {
    String wrong =
        ShippedFiles.text("routing.dmn")
            .replace(
                "<text>\"network\"</text>\n        </outputEntry>",
                "<text>\"netwrok\"</text>\n        </outputEntry>");
    repositoryService.createDeployment().addString("processes/routing.dmn", wrong).deploy();

    String id =
        idOf(
            Deployments.deploy(
                owner, "routing.dmn", wrong.replace("</definitions>", " </definitions>")));
    ApiClient.Answer published = publish(second, id, 1);

    assertThat(published.status()).as(published.body()).isEqualTo(200);
  }

  @Test
  void namesOfFilesAreNoPathsInTheArchive() throws IOException {
    String id = idOf(Deployments.deploy(owner, "../../priority.dmn", everythingIsP1()));
    ApiClient.Answer published = publish(second, id, 1);
    assertThat(published.status()).as(published.body()).isEqualTo(200);
    String path = "/api/v1/flows/releases/" + published.text("number") + "/files";

    List<String> names = new ArrayList<>();
    try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(bytes(path)))) {
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertThat(names)
        .contains("processes/priority.dmn", "forms/log-a-contact.form")
        .allMatch(name -> name.matches("(processes|forms)/[^/]+"));
  }

  private byte[] bytes(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(second.request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nodesThatStartAtTheSameTimeNoteTheLiveReleaseOnce() {
    String live =
        repositoryService
            .createProcessDefinitionQuery()
            .processDefinitionKey("incident-lifecycle")
            .latestVersion()
            .singleResult()
            .getDeploymentId();
    transaction.executeWithoutResult(status -> database.update("delete from flow_release"));

    Stream.generate(
            () ->
                CompletableFuture.runAsync(() -> packagedChanges.compare(PackagedRelease.files())))
        .limit(6)
        .toList()
        .forEach(CompletableFuture::join);

    assertThat(database.queryForList("select deployment_id from flow_release", String.class))
        .containsExactly(live);
  }

  @Test
  void aFileWhoseLiveVersionHasChangedSinceIsNotPublished() {
    String id = idOf(Deployments.deploy(owner, "priority.dmn", everythingIsP1()));
    String label =
        ShippedFiles.text("priority.dmn").replace("name=\"Priority\"", "name=\"Urgency\"");
    String other = idOf(Deployments.deploy(second, "priority.dmn", label));
    assertThat(publish(owner, other, 1).status()).isEqualTo(200);

    ApiClient.Answer outdated = publish(second, id, 1);

    assertThat(outdated.status()).isEqualTo(409);
    assertThat(outdated.body()).contains("What is live has changed", "priority.dmn");
    assertThat(second.get(PROPOSALS + "/" + id).json().at("/files/0/outdated").asBoolean())
        .isTrue();
  }

  @Test
  void aProposalIsDeclinedWithAReasonOrWithdrawn() {
    String id = idOf(Deployments.deploy(owner, "priority.dmn", everythingIsP1()));
    assertThat(second.post(PROPOSALS + "/" + id + "/decline", "{}").status()).isEqualTo(422);
    ApiClient.Answer declined =
        second.post(PROPOSALS + "/" + id + "/decline", "{\"reason\": \"Too many P1s.\"}");
    assertThat(declined.text("state")).isEqualTo("DECLINED");
    assertThat(declined.text("decisionReason")).isEqualTo("Too many P1s.");
    assertThat(publish(second, id, 1).body()).contains("declined already");

    String next = idOf(Deployments.deploy(owner, "priority.dmn", everythingIsP1()));
    assertThat(second.post(PROPOSALS + "/" + next + "/withdraw", "{}").status()).isEqualTo(409);
    assertThat(owner.post(PROPOSALS + "/" + next + "/withdraw", "{}").text("state"))
        .isEqualTo("WITHDRAWN");
  }

  @Test
  void directDeploymentIsTheAdministratorsDecisionWithAReason() {
    String path = "/api/v1/flows/direct-deployment";
    assertThat(owner.put(path, "{\"allowed\": true, \"reason\": \"hurry\"}").status())
        .isEqualTo(403);
    assertThat(agent.as("admin").put(path, "{\"allowed\": true}").status()).isEqualTo(422);
    deployDirectly(true);
    assertThat(owner.get(path).json().path("allowed").asBoolean()).isTrue();

    ApiClient.Answer answer = Deployments.deploy(owner, "priority.dmn", everythingIsP1());

    assertThat(answer.text("id")).doesNotStartWith("proposal-");
    assertThat(priorityOfANewIncident("Directly")).isEqualTo("P1");
    assertThat(owner.get("/api/v1/flows/releases").json().at("/items/0/origin").asText())
        .isEqualTo("DEPLOYED");
  }

  @Test
  void everyShippedFileSentAloneIsAProposalOfTheWholeRelease() {
    String id = null;
    for (Map.Entry<String, byte[]> file : new TreeMap<>(PackagedRelease.files()).entrySet()) {
      String bare = file.getKey().substring(file.getKey().indexOf('/') + 1);
      id = idOf(Deployments.deployIfChanged(owner, bare, utf8(file.getValue())));
    }
    JsonNode proposal = second.get(PROPOSALS + "/" + id).json();
    assertThat(proposal.path("files")).hasSize(PackagedRelease.files().size());
    assertThat(proposal.at("/check/errors").asInt()).isZero();

    ApiClient.Answer published = publish(second, id, proposal.at("/proposal/revision").asInt());
    assertThat(published.status()).as(published.body()).isEqualTo(200);
    for (int i = 0; i < 20; i++) {
      String number = newIncident("After the release " + i);
      assertThat(agent.get("/api/v1/incidents/" + number).text("status")).isEqualTo("ASSIGNED");
    }
    assertThat(
            database.queryForObject(
                "select count(*) from ACT_RU_JOB j join ACT_RE_PROCDEF d on d.ID_ ="
                    + " j.PROCESS_DEF_ID_ where j.RETRIES_ = 0 and d.DEPLOYMENT_ID_ = ?",
                Long.class,
                published.text("deploymentId")))
        .isZero();
  }

  @Test
  void thePagesLeadFromTheProposalToTheRelease() {
    String id = idOf(Deployments.deploy(owner, "priority.dmn", everythingIsP1()));
    String page = "/desk/flows/proposals/" + id;
    assertThat(owner.get("/desk/flows").body()).contains(page, "process-owner");
    assertThat(owner.get(page).body())
        .contains("Another process owner decides", "priority.dmn", "What changes", "matrixPriority")
        .doesNotContain(page + "/publish");
    assertThat(second.get(page).body())
        .contains(page + "/publish", "name=\"revision\" value=\"1\"");
    assertThat(agent.get("/desk/flows").status()).isEqualTo(403);

    assertThat(submit(second, page + "/decline", "reason=").status()).isEqualTo(422);
    assertThat(submit(owner, page + "/describe", "title=More+P1s&reason=Asked+for").status())
        .isEqualTo(200);
    ApiClient.Answer answer = submit(second, page + "/publish", "revision=1&reason=Fine");

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("HX-Redirect")).isEqualTo(page);
    assertThat(second.get(page).body()).contains("Published", "Fine", "Asked for");
    String release = second.get(PROPOSALS + "/" + id).json().at("/proposal/release").asText();
    assertThat(second.get(page).body()).as("what comes next").contains("Running incidents");
    assertThat(second.get("/desk/flows/releases/" + release).body())
        .contains("What changed since release", "matrixPriority", "Fine");
    String german = german(second, "/desk/flows");
    assertThat(german).contains("Was gerade gilt", "More P1s", "Vorschlag veröffentlicht");
  }

  private static ApiClient.Answer submit(ApiClient somebody, String path, String form) {
    return somebody.send(
        somebody
            .request(path)
            .setHeader("Content-Type", "application/x-www-form-urlencoded")
            .setHeader("X-BATON-CSRF", "any")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private static String german(ApiClient somebody, String path) {
    return somebody.send(somebody.request(path).setHeader("Accept-Language", "de").GET()).body();
  }

  private static String utf8(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  @Test
  void flowsOfANewProgramBecomeAProposalWhereTheDeskHasItsOwn() {
    packagedChanges.compare(PackagedRelease.files());
    String own = idOf(Deployments.deploy(owner, "priority.dmn", everythingIsP1()));
    assertThat(publish(second, own, 1).status()).isEqualTo(200);
    Map<String, byte[]> newer = new HashMap<>(PackagedRelease.files());
    newer.compute("processes/priority.dmn", (name, content) -> described(content));
    newer.compute("processes/routing.dmn", (name, content) -> described(content));

    startWith(newer);

    assertThat(priorityOfANewIncident("Still the desk's own")).isEqualTo("P1");
    JsonNode upgrade = owner.get(PROPOSALS + "?state=OPEN").json().at("/items/0");
    assertThat(upgrade.path("origin").asText()).isEqualTo("UPGRADE");
    String id = upgrade.path("id").asText();
    JsonNode files = owner.get(PROPOSALS + "/" + id).json().path("files");
    assertThat(files).hasSize(2);
    assertThat(files.at("/0/name").asText()).isEqualTo("processes/priority.dmn");
    assertThat(files.at("/0/outdated").asBoolean()).isTrue();
    assertThat(files.at("/1/outdated").asBoolean()).isFalse();
    assertThat(publish(second, id, 1).status()).isEqualTo(409);

    String file = PROPOSALS + "/" + id + "/files?name=processes/priority.dmn";
    assertThat(owner.delete(file).status()).isEqualTo(200);
    ApiClient.Answer published = publish(second, id, 2);
    assertThat(published.status()).as(published.body()).isEqualTo(200);
    assertThat(priorityOfANewIncident("Kept")).isEqualTo("P1");
    assertThat(liveFiles.now().values())
        .anyMatch(live -> Arrays.equals(live, newer.get("processes/routing.dmn")));

    startWith(newer);
    assertThat(owner.get(PROPOSALS + "?state=OPEN").json().path("totalItems").asInt()).isZero();
  }

  /** As the program does when it starts. */
  private void startWith(Map<String, byte[]> files) {
    DeploymentBuilder packaged =
        repositoryService
            .createDeployment(processApplication.getReference())
            .name("baton")
            .enableDuplicateFiltering(false);
    files.forEach(
        (name, content) -> packaged.addInputStream(name, new ByteArrayInputStream(content)));
    packaged.deploy();
    packagedChanges.compare(files);
  }

  private static byte[] described(byte[] table) {
    return new String(table, StandardCharsets.UTF_8)
        .replaceFirst("<description>", "<description>Newer: ")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String everythingIsP1() {
    return ShippedFiles.text("priority.dmn")
        .replaceFirst("(asTheMatrixSaysResult[^>]*>\\s*<text>)matrixPriority", "$1\"P1\"");
  }

  private String priorityOfANewIncident(String subject) {
    String number = newIncident(subject);
    return agent.get("/api/v1/incidents/" + number).text("priority");
  }

  private static String idOf(ApiClient.Answer sent) {
    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    return sent.text("id").substring("proposal-".length());
  }

  private static ApiClient.Answer publish(ApiClient somebody, String id, int revision) {
    return somebody.post(
        PROPOSALS + "/" + id + "/publish",
        "{\"revision\": %d, \"reason\": \"Looks right\"}".formatted(revision));
  }

  private String audited(String subject) {
    return StreamSupport.stream(
            agent.as("admin").get("/api/v1/audit?size=20").json().path("items").spliterator(),
            false)
        .filter(entry -> entry.path("subject").asText().equals(subject))
        .map(entry -> entry.path("words").asText())
        .reduce("", String::concat);
  }
}
