package dev.baton.client.web;

import dev.baton.access.AccessControl;
import dev.baton.access.Caller;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.access.RequesterIdentity;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RegisterClient;
import dev.baton.client.RegisterRequester;
import dev.baton.client.RequesterView;
import dev.baton.web.NotFound;
import dev.baton.web.RegistrationResponses;
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
class ClientController {

  private final ClientDirectory clients;
  private final RegisterClient registerClient;
  private final RegisterRequester requesters;
  private final RegistrationResponses registrations;
  private final AccessControl rights;

  ClientController(
      ClientDirectory clients,
      RegisterClient registerClient,
      RegisterRequester requesters,
      RegistrationResponses registrations,
      AccessControl rights) {
    this.clients = clients;
    this.registerClient = registerClient;
    this.requesters = requesters;
    this.registrations = registrations;
    this.rights = rights;
  }

  @EndpointPermission(Permission.READ_CLIENTS)
  @GetMapping
  @Operation(
      operationId = "listClients",
      summary = "List clients",
      description = "By name. A client's own people see their client alone.")
  List<ClientResponse> list() {
    Caller caller = rights.allow(Permission.READ_CLIENTS);
    List<ClientView> seen =
        caller.isRequester() ? List.of(clients.client(caller.onlyClient())) : clients.clients();
    return seen.stream().map(ClientResponse::of).toList();
  }

  @EndpointPermission(Permission.READ_CLIENTS)
  @GetMapping("/{code}")
  @Operation(operationId = "getClient", summary = "Get a client")
  ClientResponse get(@PathVariable String code) {
    return ClientResponse.of(client(code, rights.allow(Permission.READ_CLIENTS)));
  }

  @EndpointPermission(Permission.ADMINISTER)
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
  ResponseEntity<ClientResponse> put(
      @PathVariable String code, @Valid @RequestBody ClientRequest body) {
    rights.allow(Permission.ADMINISTER);
    ClientView client = body.client(code);
    return registrations.put(
        () -> clients.find(code).filter(found -> found.code().equals(code)).isPresent(),
        () -> ClientResponse.of(registerClient.register(client)));
  }

  @EndpointPermission(Permission.READ_CLIENTS)
  @GetMapping("/{code}/services")
  @Operation(operationId = "listServices", summary = "List the services of a client")
  List<ServiceResponse> services(@PathVariable String code) {
    ClientView client = client(code, rights.allow(Permission.READ_CLIENTS));
    return clients.services(client.id()).stream().map(ServiceResponse::of).toList();
  }

  @EndpointPermission(Permission.READ_CLIENTS)
  @GetMapping("/{code}/services/{service}")
  @Operation(operationId = "getService", summary = "Get a service of a client")
  ServiceResponse service(@PathVariable String code, @PathVariable String service) {
    ClientView client = client(code, rights.allow(Permission.READ_CLIENTS));
    return clients
        .service(client.id(), service)
        .map(ServiceResponse::of)
        .orElseThrow(() -> new NotFound("service", service));
  }

  @EndpointPermission(Permission.ADMINISTER)
  @PutMapping(path = "/{code}/services/{service}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "putService", summary = "Register a service of a client, or rename it")
  @ApiResponse(responseCode = "200", description = "The service, renamed")
  @ApiResponse(
      responseCode = "201",
      description = "The new service",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<ServiceResponse> putService(
      @PathVariable String code,
      @PathVariable String service,
      @Valid @RequestBody ServiceRequest body) {
    ClientView client = client(code, rights.allow(Permission.ADMINISTER));
    return registrations.put(
        () ->
            clients
                .service(client.id(), service)
                .filter(it -> it.code().equals(service))
                .isPresent(),
        () -> ServiceResponse.of(registerClient.registerService(client, service, body.name())));
  }

  @EndpointPermission(Permission.READ_CLIENTS)
  @GetMapping("/{code}/requesters/{email}")
  @Operation(
      operationId = "getRequester",
      summary = "Get a requester of a client",
      description = "A client's own people see themselves alone.")
  RequesterResponse requester(@PathVariable String code, @PathVariable String email) {
    Caller caller = rights.allow(Permission.READ_CLIENTS);
    return clients
        .requester(client(code, caller).id(), email)
        .filter(
            found -> caller.requester().map(RequesterIdentity::id).orElse(found.id()) == found.id())
        .map(RequesterResponse::of)
        .orElseThrow(() -> new NotFound("requester", email));
  }

  @EndpointPermission(Permission.REGISTER_REQUESTERS)
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
  ResponseEntity<RequesterResponse> putRequester(
      @PathVariable String code,
      @PathVariable String email,
      @Valid @RequestBody RequesterRequest body) {
    long client = client(code, rights.allow(Permission.REGISTER_REQUESTERS)).id();
    RequesterView requester = body.requester(client, email);
    return registrations.put(
        () -> clients.requester(client, email).isPresent(),
        () -> RequesterResponse.of(requesters.register(requester, body.password())));
  }

  /** Returns the client with this code if the caller may see it. */
  private ClientView client(String code, Caller caller) {
    return clients
        .find(code)
        .filter(found -> found.code().equalsIgnoreCase(code))
        .filter(found -> !caller.isRequester() || found.id() == caller.onlyClient())
        .orElseThrow(() -> new NotFound("client", code));
  }
}
