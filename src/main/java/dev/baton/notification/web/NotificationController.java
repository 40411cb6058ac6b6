package dev.baton.notification.web;

import dev.baton.access.Caller;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.web.IncidentAccess;
import dev.baton.notification.DeliveryStatus;
import dev.baton.notification.Notifications;
import dev.baton.notification.Watchers;
import dev.baton.web.ListParameters;
import dev.baton.web.LongPagedOperation;
import dev.baton.web.PageResponse;
import dev.baton.web.PagedOperation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows who was notified of what, with proof of each delivery, and who follows an incident. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Notifications", description = "What was told to whom, and how that went")
class NotificationController {

  private final Notifications notifications;
  private final Watchers watchers;
  private final IncidentAccess rights;

  NotificationController(Notifications notifications, Watchers watchers, IncidentAccess rights) {
    this.notifications = notifications;
    this.watchers = watchers;
    this.rights = rights;
  }

  @EndpointPermission(Permission.READ)
  @GetMapping("/incidents/{number}/notifications")
  @Operation(
      operationId = "notificationsOfIncident",
      summary = "What was told about an incident",
      description =
          "Oldest first. A client's own people see what went to the client. Page by page: the Link"
              + " header leads to the next.")
  @LongPagedOperation
  ResponseEntity<List<NotificationResponse>> of(
      @PathVariable String number,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Caller caller = rights.allow(Permission.READ, number);
    boolean forClient = caller.isRequester();
    return PageResponse.list(
        notifications.of(
            IncidentAccess.numberIn(number), forClient, ListParameters.longPage(given)),
        view -> forClient ? NotificationResponse.forClient(view) : NotificationResponse.of(view));
  }

  @EndpointPermission(Permission.READ_CONTACT_LOG)
  @GetMapping("/notifications")
  @Operation(
      operationId = "listNotifications",
      summary = "What was told about any incident, newest first")
  @Parameter(name = "status", schema = @Schema(implementation = DeliveryStatus.class))
  @PagedOperation
  ResponseEntity<PageResponse<NotificationResponse>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    rights.allow(Permission.READ_CONTACT_LOG);
    ListParameters parameters = new ListParameters(given);
    DeliveryStatus status = parameters.choice("status", DeliveryStatus.class);
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    return PageResponse.answer(notifications.list(status, page), NotificationResponse::of);
  }

  @EndpointPermission(Permission.WORK)
  @GetMapping("/incidents/{number}/watchers")
  @Operation(operationId = "watchers", summary = "The addresses that follow an incident")
  List<String> watchers(@PathVariable String number) {
    rights.allow(Permission.WORK, number);
    return watchers.of(IncidentAccess.numberIn(number));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(path = "/incidents/{number}/watchers", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "addWatcher",
      summary = "Let an address follow an incident",
      description = "It hears what the communication plan tells watchers.")
  List<String> follow(@PathVariable String number, @Valid @RequestBody WatcherBody body) {
    rights.allow(Permission.WORK, number);
    IncidentNumber incident = IncidentAccess.numberIn(number);
    watchers.follow(incident, body.email(), body.name());
    return watchers.of(incident);
  }

  @EndpointPermission(Permission.WORK)
  @DeleteMapping("/incidents/{number}/watchers/{email}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "removeWatcher", summary = "No longer tell this address")
  @ApiResponse(responseCode = "204", description = "It does not follow the incident")
  void leave(@PathVariable String number, @PathVariable String email) {
    rights.allow(Permission.WORK, number);
    watchers.leave(IncidentAccess.numberIn(number), email);
  }

  @EndpointPermission(Permission.WORK)
  @GetMapping("/incidents/{number}/watchers/proposed")
  @Operation(
      operationId = "proposedWatchers",
      summary = "Addresses from outside the client's domains that wait to follow an incident")
  List<String> proposed(@PathVariable String number) {
    rights.allow(Permission.WORK, number);
    return watchers.proposed(IncidentAccess.numberIn(number));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping("/incidents/{number}/watchers/{email}/confirm")
  @Operation(operationId = "confirmWatcher", summary = "Let an address follow that asks to")
  List<String> confirm(@PathVariable String number, @PathVariable String email) {
    rights.allow(Permission.WORK, number);
    IncidentNumber incident = IncidentAccess.numberIn(number);
    watchers.confirm(incident, email);
    return watchers.of(incident);
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping("/incidents/{number}/watchers/{email}/decline")
  @Operation(operationId = "declineWatcher", summary = "Tell this address nothing")
  List<String> decline(@PathVariable String number, @PathVariable String email) {
    rights.allow(Permission.WORK, number);
    IncidentNumber incident = IncidentAccess.numberIn(number);
    watchers.decline(incident, email);
    return watchers.proposed(incident);
  }
}
