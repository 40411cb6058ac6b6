package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Requires;
import dev.baton.staff.NameDeputies;
import dev.baton.staff.Rota;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deputies of people, whom everybody may name for themselves, and of posts. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rota")
class DeputyEndpoints {

  private final Rota rota;
  private final NameDeputies deputies;
  private final RotaPaths paths;
  private final ApiRights rights;
  private final Clock clock;

  DeputyEndpoints(
      Rota rota, NameDeputies deputies, RotaPaths paths, ApiRights rights, Clock clock) {
    this.rota = rota;
    this.deputies = deputies;
    this.paths = paths;
    this.rights = rights;
    this.clock = clock;
  }

  @Requires(Act.READ_STAFF)
  @GetMapping("/agents/{login}/deputies")
  @Operation(operationId = "listDeputies", summary = "List who stands in for an agent")
  List<DeputyBody> ofPerson(@PathVariable String login) {
    rights.allow(Act.READ_STAFF);
    return rota.deputies(paths.agent(login)).stream().map(DeputyBody::of).toList();
  }

  @Requires(value = Act.KEEP_ROTA, orIsOwn = "login")
  @PostMapping(path = "/agents/{login}/deputies", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "nameDeputy",
      summary = "Name who stands in for an agent",
      description =
          "They answer where the agent is wanted and away or off duty; if they are too, their own"
              + " deputies. 422 where deputies would stand in for each other in a circle.")
  @ApiResponse(responseCode = "201", description = "The deputy")
  ResponseEntity<DeputyBody> name(@PathVariable String login, @Valid @RequestBody DeputyBody body) {
    String agent = agent(login);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(DeputyBody.of(deputies.name(body.ofPerson(agent, clock.instant()))));
  }

  @Requires(value = Act.KEEP_ROTA, orIsOwn = "login")
  @DeleteMapping("/agents/{login}/deputies/{id}")
  @Operation(operationId = "withdrawDeputy", summary = "Let a deputy stand in no more")
  @ApiResponse(responseCode = "204", description = "It is gone")
  ResponseEntity<Void> withdraw(@PathVariable String login, @PathVariable long id) {
    paths.known("deputy", id, deputies.withdraw(agent(login), id));
    return ResponseEntity.noContent().build();
  }

  @Requires(Act.READ_STAFF)
  @GetMapping("/post-deputies")
  @Operation(operationId = "listPostDeputies", summary = "List who stands in for posts")
  List<DeputyBody> ofPosts() {
    rights.allow(Act.READ_STAFF);
    return rota.postDeputies().stream().map(DeputyBody::of).toList();
  }

  @Requires(Act.KEEP_ROTA)
  @PostMapping(path = "/post-deputies", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "namePostDeputy",
      summary = "Name who stands in for a post",
      description =
          "They answer when nobody of the post and no personal deputy is on duty. A role without a"
              + " team counts in every team.")
  @ApiResponse(responseCode = "201", description = "The deputy")
  ResponseEntity<DeputyBody> nameForPost(@Valid @RequestBody DeputyBody body) {
    rights.allow(Act.KEEP_ROTA);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(DeputyBody.of(deputies.name(body.ofPost(clock.instant()))));
  }

  @Requires(Act.KEEP_ROTA)
  @DeleteMapping("/post-deputies/{id}")
  @Operation(operationId = "withdrawPostDeputy", summary = "Take back the deputy of a post")
  @ApiResponse(responseCode = "204", description = "It is gone")
  ResponseEntity<Void> withdrawFromPost(@PathVariable long id) {
    rights.allow(Act.KEEP_ROTA);
    paths.known("deputy", id, deputies.withdrawFromPost(id));
    return ResponseEntity.noContent().build();
  }

  /** The agent, if the caller may change their deputies. */
  private String agent(String login) {
    rights.allow(Act.READ_STAFF);
    String agent = paths.agent(login);
    rights.allowFor(agent);
    return agent;
  }
}
