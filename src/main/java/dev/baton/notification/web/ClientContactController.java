package dev.baton.notification.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.notification.Watchers;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Manages the client's own contacts for the desk, who are notified as the plan says. */
@RestController
@RequestMapping(
    path = "/api/v1/clients/{code}/desk-contacts",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Notifications")
class ClientContactController {

  private final Watchers watchers;
  private final ClientDirectory clients;
  private final AccessControl rights;

  ClientContactController(Watchers watchers, ClientDirectory clients, AccessControl rights) {
    this.watchers = watchers;
    this.clients = clients;
    this.rights = rights;
  }

  @EndpointPermission(Permission.KEEP_WORDS)
  @GetMapping
  @Operation(operationId = "deskContacts", summary = "The client's own contacts for the desk")
  List<String> list(@PathVariable String code) {
    rights.allow(Permission.KEEP_WORDS);
    return watchers.contactsOf(client(code).id());
  }

  @EndpointPermission(Permission.KEEP_WORDS)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "addDeskContact",
      summary = "Name a contact of the client for the desk",
      description = "The address hears what the communication plan tells CLIENT_CONTACT.")
  List<String> add(@PathVariable String code, @Valid @RequestBody WatcherBody body) {
    rights.allow(Permission.KEEP_WORDS);
    long client = client(code).id();
    watchers.represents(client, body.email(), body.name());
    return watchers.contactsOf(client);
  }

  @EndpointPermission(Permission.KEEP_WORDS)
  @DeleteMapping("/{email}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "removeDeskContact", summary = "No longer tell this address")
  @ApiResponse(responseCode = "204", description = "It is no contact of the client")
  void remove(@PathVariable String code, @PathVariable String email) {
    rights.allow(Permission.KEEP_WORDS);
    watchers.noLongerRepresents(client(code).id(), email);
  }

  private ClientView client(String code) {
    return clients
        .find(code)
        .filter(found -> found.code().equals(code))
        .orElseThrow(() -> new NotFound("client", code));
  }
}
