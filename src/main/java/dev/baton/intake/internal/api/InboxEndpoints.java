package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Caller;
import dev.baton.access.Requires;
import dev.baton.intake.internal.api.ActBodies.NoInput;
import dev.baton.notification.Inbox;
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

/** What Baton told the person who asks. Nobody sees another person's inbox. */
@RestController
@RequestMapping(path = "/api/v1/inbox", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Inbox", description = "Your own messages")
class InboxEndpoints {

  private final Inbox inbox;
  private final ApiRights rights;

  InboxEndpoints(Inbox inbox, ApiRights rights) {
    this.inbox = inbox;
    this.rights = rights;
  }

  @Requires(Act.READ)
  @GetMapping
  @Operation(operationId = "inbox", summary = "Your messages, newest first")
  @Parameter(
      name = "unread",
      description = "Only those not yet read",
      schema = @Schema(type = "boolean", defaultValue = "false"))
  @Paged
  ResponseEntity<PageBody<InboxMessageBody>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Caller caller = rights.allow(Act.READ);
    ListParameters parameters = new ListParameters(given);
    boolean unread = parameters.flag("unread");
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    return PageBody.answer(inbox.of(caller.login(), unread, page), InboxMessageBody::of);
  }

  @Requires(Act.READ)
  @PostMapping(path = "/{id}/read", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "readMessage", summary = "Mark a message as read")
  @ApiResponse(responseCode = "204", description = "It is read")
  void read(@PathVariable long id, @Valid @RequestBody(required = false) NoInput none) {
    if (!inbox.read(rights.allow(Act.READ).login(), id)) {
      throw new UnknownEntry("message", String.valueOf(id));
    }
  }

  @Requires(Act.READ)
  @PostMapping(path = "/read", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "readAllMessages", summary = "Mark all your messages as read")
  @ApiResponse(responseCode = "204", description = "All are read")
  void readAll(@Valid @RequestBody(required = false) NoInput none) {
    inbox.readAll(rights.allow(Act.READ).login());
  }
}
