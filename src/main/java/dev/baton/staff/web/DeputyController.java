package dev.baton.staff.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.staff.rota.AppointDeputies;
import dev.baton.staff.rota.Rota;
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

/** Deputies of people, which all agents may appoint for themselves, and of posts. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rota")
class DeputyController {

  private final Rota rota;
  private final AppointDeputies deputies;
  private final RotaPaths paths;
  private final AccessControl rights;
  private final RotaAccess access;
  private final Clock clock;

  DeputyController(
      Rota rota,
      AppointDeputies deputies,
      RotaPaths paths,
      AccessControl rights,
      Clock clock,
      RotaAccess access) {
    this.rota = rota;
    this.deputies = deputies;
    this.paths = paths;
    this.rights = rights;
    this.access = access;
    this.clock = clock;
  }

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping("/agents/{login}/deputies")
  @Operation(operationId = "listDeputies", summary = "List who stands in for an agent")
  List<DeputyBody> ofPerson(@PathVariable String login) {
    rights.allow(Permission.READ_STAFF);
    return rota.deputies(paths.agent(login)).stream().map(DeputyBody::of).toList();
  }

  @EndpointPermission(value = Permission.KEEP_ROTA, orIsOwn = "login")
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

  @EndpointPermission(value = Permission.KEEP_ROTA, orIsOwn = "login")
  @DeleteMapping("/agents/{login}/deputies/{id}")
  @Operation(operationId = "withdrawDeputy", summary = "Let a deputy stand in no more")
  @ApiResponse(responseCode = "204", description = "It is gone")
  ResponseEntity<Void> withdraw(@PathVariable String login, @PathVariable long id) {
    paths.known("deputy", id, deputies.withdraw(agent(login), id));
    return ResponseEntity.noContent().build();
  }

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping("/post-deputies")
  @Operation(operationId = "listPostDeputies", summary = "List who stands in for posts")
  List<DeputyBody> ofPosts() {
    rights.allow(Permission.READ_STAFF);
    return rota.postDeputies().stream().map(DeputyBody::of).toList();
  }

  @EndpointPermission(Permission.KEEP_ROTA)
  @PostMapping(path = "/post-deputies", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "namePostDeputy",
      summary = "Name who stands in for a post",
      description =
          "They answer when nobody of the post and no personal deputy is on duty. A role without a"
              + " team counts in every team.")
  @ApiResponse(responseCode = "201", description = "The deputy")
  ResponseEntity<DeputyBody> nameForPost(@Valid @RequestBody DeputyBody body) {
    rights.allow(Permission.KEEP_ROTA);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(DeputyBody.of(deputies.name(body.ofPost(clock.instant()))));
  }

  @EndpointPermission(Permission.KEEP_ROTA)
  @DeleteMapping("/post-deputies/{id}")
  @Operation(operationId = "withdrawPostDeputy", summary = "Take back the deputy of a post")
  @ApiResponse(responseCode = "204", description = "It is gone")
  ResponseEntity<Void> withdrawFromPost(@PathVariable long id) {
    rights.allow(Permission.KEEP_ROTA);
    paths.known("deputy", id, deputies.withdrawFromPost(id));
    return ResponseEntity.noContent().build();
  }

  /** Returns the agent if the caller may change their deputies. */
  private String agent(String login) {
    rights.allow(Permission.READ_STAFF);
    String agent = paths.agent(login);
    access.allowFor(agent);
    return agent;
  }
}
