package dev.baton.client.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientDomains;
import dev.baton.client.ClientView;
import dev.baton.client.RegisterClient;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mail domains of a client's own people. */
@RestController
@RequestMapping(
    path = "/api/v1/clients/{code}/domains",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Clients")
class ClientDomainController {

  private final ClientDirectory clients;
  private final ClientDomains domains;
  private final RegisterClient register;
  private final AccessControl rights;

  ClientDomainController(
      ClientDirectory clients,
      ClientDomains domains,
      RegisterClient register,
      AccessControl rights) {
    this.clients = clients;
    this.domains = domains;
    this.register = register;
    this.rights = rights;
  }

  /** The domains as they shall be. */
  @Schema(name = "ClientDomains")
  record DomainsBody(
      @NotNull(message = "is required") @Schema(example = "[\"acme.example\"]")
          List<String> domains) {}

  @EndpointPermission(Permission.ADMINISTER)
  @GetMapping
  @Operation(
      operationId = "clientDomains",
      summary = "The mail domains that were set for a client",
      description = "Where none were set, those of its requesters count, public providers aside.")
  DomainsBody list(@PathVariable String code) {
    rights.allow(Permission.ADMINISTER);
    return new DomainsBody(domains.of(client(code).id()));
  }

  @EndpointPermission(Permission.ADMINISTER)
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "setClientDomains",
      summary = "Say which mail domains a client's own people write from",
      description = "Whoever writes from elsewhere follows an incident only once confirmed.")
  DomainsBody set(@PathVariable String code, @Valid @RequestBody DomainsBody body) {
    rights.allow(Permission.ADMINISTER);
    return new DomainsBody(register.setDomains(client(code), body.domains()));
  }

  private ClientView client(String code) {
    return clients
        .find(code)
        .filter(found -> found.code().equals(code))
        .orElseThrow(() -> new NotFound("client", code));
  }
}
