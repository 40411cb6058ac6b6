package dev.baton.notification.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.template.ClientTemplates;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Manages the texts with which clients replace the shipped templates. */
@RestController
@RequestMapping(
    path = "/api/v1/clients/{code}/messages",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Messages", description = "What is told, to whom, and in which words")
class ClientTemplateController {

  private final ClientTemplates words;
  private final ClientDirectory clients;
  private final AccessControl rights;

  ClientTemplateController(ClientTemplates words, ClientDirectory clients, AccessControl rights) {
    this.words = words;
    this.clients = clients;
    this.rights = rights;
  }

  @EndpointPermission(Permission.KEEP_WORDS)
  @GetMapping
  @Operation(operationId = "clientWords", summary = "The client's own words, by event and language")
  List<ClientTemplateBody> list(@PathVariable String code) {
    rights.allow(Permission.KEEP_WORDS);
    return words.of(client(code)).stream().map(ClientTemplateBody::of).toList();
  }

  @EndpointPermission(Permission.KEEP_WORDS)
  @PutMapping(path = "/{event}/{language}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "putClientWords",
      summary = "Give a client words of its own",
      description =
          "What is left out keeps the shipped words. Names such as {number}, {title}, {recipient}"
              + " and {next} are filled in; an unknown name is refused.")
  ClientTemplateBody put(
      @PathVariable String code,
      @PathVariable NotificationEvent event,
      @PathVariable String language,
      @Valid @RequestBody ClientTemplateBody body) {
    rights.allow(Permission.KEEP_WORDS);
    ClientView client = client(code);
    Locale locale = Locale.forLanguageTag(language);
    words.keep(client, body.words(event, locale));
    return words.of(client.id(), event, locale).map(ClientTemplateBody::of).orElseThrow();
  }

  @EndpointPermission(Permission.KEEP_WORDS)
  @DeleteMapping("/{event}/{language}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteClientWords", summary = "Let a client hear the shipped words")
  @ApiResponse(responseCode = "204", description = "It hears the shipped words")
  void delete(
      @PathVariable String code,
      @PathVariable NotificationEvent event,
      @PathVariable String language) {
    rights.allow(Permission.KEEP_WORDS);
    words.remove(client(code), event, Locale.forLanguageTag(language));
  }

  private ClientView client(String code) {
    return clients
        .find(code)
        .filter(found -> found.code().equals(code))
        .orElseThrow(() -> new NotFound("client", code));
  }
}
