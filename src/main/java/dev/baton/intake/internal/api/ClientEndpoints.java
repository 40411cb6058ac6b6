package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Caller;
import dev.baton.access.Requires;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.intake.RegisterClient;
import dev.baton.intake.RegisterRequester;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Clients, their services and their requesters. */
@RestController
@RequestMapping(path = "/api/v1/clients", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Clients", description = "Whom the desk serves")
class ClientEndpoints {

  private final ClientDirectory clients;
  private final RegisterClient registerClient;
  private final RegisterRequester requesters;
  private final Registrations registrations;
  private final ApiRights rights;

  ClientEndpoints(
      ClientDirectory clients,
      RegisterClient registerClient,
      RegisterRequester requesters,
      Registrations registrations,
      ApiRights rights) {
    this.clients = clients;
    this.registerClient = registerClient;
    this.requesters = requesters;
    this.registrations = registrations;
    this.rights = rights;
  }

  @Requires(Act.READ_CLIENTS)
  @GetMapping
  @Operation(
      operationId = "listClients",
      summary = "List clients",
      description = "By name. A client's own people see their client alone.")
  List<ClientBody> list() {
    Caller caller = rights.allow(Act.READ_CLIENTS);
    List<ClientView> seen =
        caller.isRequester() ? List.of(clients.client(caller.onlyClient())) : clients.clients();
    return seen.stream().map(ClientBody::of).toList();
  }

  @Requires(Act.READ_CLIENTS)
  @GetMapping("/{code}")
  @Operation(operationId = "getClient", summary = "Get a client")
  ClientBody get(@PathVariable String code) {
    return ClientBody.of(client(code, rights.allow(Act.READ_CLIENTS)));
  }

  @Requires(Act.ADMINISTER)
  @PutMapping(path = "/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "putClient",
      summary = "Register a client, or bring it up to date",
      description = "What is left out takes its usual value, also for a client that there is.")
  @ApiResponse(responseCode = "200", description = "The client, brought up to date")
  @ApiResponse(
      responseCode = "201",
      description = "The new client",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<ClientBody> put(
      @PathVariable String code, @Valid @RequestBody NewClientBody body) {
    rights.allow(Act.ADMINISTER);
    ClientView client = body.client(code);
    return registrations.put(
        () -> clients.find(code).filter(found -> found.code().equals(code)).isPresent(),
        () -> ClientBody.of(registerClient.register(client)));
  }

  @Requires(Act.READ_CLIENTS)
  @GetMapping("/{code}/services")
  @Operation(operationId = "listServices", summary = "List the services of a client")
  List<CodeAndName> services(@PathVariable String code) {
    ClientView client = client(code, rights.allow(Act.READ_CLIENTS));
    return clients.services(client.id()).stream().map(CodeAndName::of).toList();
  }

  @Requires(Act.READ_CLIENTS)
  @GetMapping("/{code}/services/{service}")
  @Operation(operationId = "getService", summary = "Get a service of a client")
  CodeAndName service(@PathVariable String code, @PathVariable String service) {
    ClientView client = client(code, rights.allow(Act.READ_CLIENTS));
    return clients
        .service(client.id(), service)
        .map(CodeAndName::of)
        .orElseThrow(() -> new UnknownEntry("service", service));
  }

  @Requires(Act.ADMINISTER)
  @PutMapping(path = "/{code}/services/{service}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "putService", summary = "Register a service of a client, or rename it")
  @ApiResponse(responseCode = "200", description = "The service, renamed")
  @ApiResponse(
      responseCode = "201",
      description = "The new service",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<CodeAndName> putService(
      @PathVariable String code, @PathVariable String service, @Valid @RequestBody NameBody body) {
    ClientView client = client(code, rights.allow(Act.ADMINISTER));
    return registrations.put(
        () ->
            clients
                .service(client.id(), service)
                .filter(it -> it.code().equals(service))
                .isPresent(),
        () -> CodeAndName.of(registerClient.registerService(client, service, body.name())));
  }

  @Requires(Act.READ_CLIENTS)
  @GetMapping("/{code}/requesters/{email}")
  @Operation(
      operationId = "getRequester",
      summary = "Get a requester of a client",
      description = "A client's own people see themselves alone.")
  RequesterBody requester(@PathVariable String code, @PathVariable String email) {
    Caller caller = rights.allow(Act.READ_CLIENTS);
    return clients
        .requester(client(code, caller).id(), email)
        .filter(found -> caller.requester().map(RequesterView::id).orElse(found.id()) == found.id())
        .map(RequesterBody::of)
        .orElseThrow(() -> new UnknownEntry("requester", email));
  }

  @Requires(Act.REGISTER_REQUESTERS)
  @PutMapping(path = "/{code}/requesters/{email}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "putRequester",
      summary = "Register a requester of a client, or bring them up to date",
      description = "With a sign-in name and a password they may sign in and report by themselves.")
  @ApiResponse(responseCode = "200", description = "The requester, brought up to date")
  @ApiResponse(
      responseCode = "201",
      description = "The new requester",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<RequesterBody> putRequester(
      @PathVariable String code,
      @PathVariable String email,
      @Valid @RequestBody NewRequesterBody body) {
    long client = client(code, rights.allow(Act.REGISTER_REQUESTERS)).id();
    RequesterView requester = body.requester(client, email);
    return registrations.put(
        () -> clients.requester(client, email).isPresent(),
        () -> RequesterBody.of(requesters.register(requester, body.password())));
  }

  /** The client with this code, if the caller may see it. */
  private ClientView client(String code, Caller caller) {
    return clients
        .find(code)
        .filter(found -> found.code().equalsIgnoreCase(code))
        .filter(found -> !caller.isRequester() || found.id() == caller.onlyClient())
        .orElseThrow(() -> new UnknownEntry("client", code));
  }
}
