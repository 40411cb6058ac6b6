package dev.baton.notification.web;

import dev.baton.access.AccessControl;
import dev.baton.access.Caller;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.notification.delivery.Inbox;
import dev.baton.web.EmptyRequest;
import dev.baton.web.ListParameters;
import dev.baton.web.NotFound;
import dev.baton.web.PageResponse;
import dev.baton.web.PagedOperation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the caller's inbox. No one can see another person's inbox. */
@RestController
@RequestMapping(path = "/api/v1/inbox", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Inbox", description = "Your own messages")
class InboxController {

  private final Inbox inbox;
  private final AccessControl rights;

  InboxController(Inbox inbox, AccessControl rights) {
    this.inbox = inbox;
    this.rights = rights;
  }

  @EndpointPermission(Permission.READ)
  @GetMapping
  @Operation(operationId = "inbox", summary = "Your messages, newest first")
  @Parameter(
      name = "unread",
      description = "Only those not yet read",
      schema = @Schema(type = "boolean", defaultValue = "false"))
  @PagedOperation
  ResponseEntity<PageResponse<InboxMessageResponse>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Caller caller = rights.allow(Permission.READ);
    ListParameters parameters = new ListParameters(given);
    boolean unread = parameters.flag("unread");
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    return PageResponse.answer(inbox.of(caller.login(), unread, page), InboxMessageResponse::of);
  }

  @EndpointPermission(Permission.READ)
  @PostMapping(path = "/{id}/read", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "readMessage", summary = "Mark a message as read")
  @ApiResponse(responseCode = "204", description = "It is read")
  void read(@PathVariable long id, @Valid @RequestBody(required = false) EmptyRequest none) {
    if (!inbox.read(rights.allow(Permission.READ).login(), id)) {
      throw new NotFound("message", String.valueOf(id));
    }
  }

  @EndpointPermission(Permission.READ)
  @PostMapping(path = "/{id}/unread", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "markMessageAsUnread", summary = "Mark a message as unread")
  @ApiResponse(responseCode = "204", description = "It is unread")
  void unread(@PathVariable long id, @Valid @RequestBody(required = false) EmptyRequest none) {
    if (!inbox.markAsUnread(rights.allow(Permission.READ).login(), id)) {
      throw new NotFound("message", String.valueOf(id));
    }
  }

  @EndpointPermission(Permission.READ)
  @PostMapping(path = "/read", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "readAllMessages", summary = "Mark all your messages as read")
  @ApiResponse(responseCode = "204", description = "All are read")
  void readAll(@Valid @RequestBody(required = false) EmptyRequest none) {
    inbox.readAll(rights.allow(Permission.READ).login());
  }
}
