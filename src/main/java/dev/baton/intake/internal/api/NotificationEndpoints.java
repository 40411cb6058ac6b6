package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Caller;
import dev.baton.access.Requires;
import dev.baton.incident.IncidentNumber;
import dev.baton.notification.DeliveryStatus;
import dev.baton.notification.Notifications;
import dev.baton.notification.Watchers;
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

/** What was told to whom, with the proof of each delivery; and who follows an incident. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Notifications", description = "What was told to whom, and how that went")
class NotificationEndpoints {

  private final Notifications notifications;
  private final Watchers watchers;
  private final ApiRights rights;

  NotificationEndpoints(Notifications notifications, Watchers watchers, ApiRights rights) {
    this.notifications = notifications;
    this.watchers = watchers;
    this.rights = rights;
  }

  @Requires(Act.READ)
  @GetMapping("/incidents/{number}/notifications")
  @Operation(
      operationId = "notificationsOfIncident",
      summary = "What was told about an incident",
      description =
          "Oldest first. A client's own people see what went to the client. Page by page: the Link"
              + " header leads to the next.")
  @LongPaged
  ResponseEntity<List<NotificationBody>> of(
      @PathVariable String number,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Caller caller = rights.allow(Act.READ, number);
    boolean forClient = caller.isRequester();
    return PageBody.list(
        notifications.of(ApiRights.numberIn(number), forClient, ListParameters.longPage(given)),
        view -> forClient ? NotificationBody.forClient(view) : NotificationBody.of(view));
  }

  @Requires(Act.READ_CONTACT_LOG)
  @GetMapping("/notifications")
  @Operation(
      operationId = "listNotifications",
      summary = "What was told about any incident, newest first")
  @Parameter(name = "status", schema = @Schema(implementation = DeliveryStatus.class))
  @Paged
  ResponseEntity<PageBody<NotificationBody>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    rights.allow(Act.READ_CONTACT_LOG);
    ListParameters parameters = new ListParameters(given);
    DeliveryStatus status = parameters.choice("status", DeliveryStatus.class);
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    return PageBody.answer(notifications.list(status, page), NotificationBody::of);
  }

  @Requires(Act.WORK)
  @GetMapping("/incidents/{number}/watchers")
  @Operation(operationId = "watchers", summary = "The addresses that follow an incident")
  List<String> watchers(@PathVariable String number) {
    rights.allow(Act.WORK, number);
    return watchers.of(ApiRights.numberIn(number));
  }

  @Requires(Act.WORK)
  @PostMapping(path = "/incidents/{number}/watchers", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "addWatcher",
      summary = "Let an address follow an incident",
      description = "It hears what the communication plan tells watchers.")
  List<String> follow(@PathVariable String number, @Valid @RequestBody WatcherBody body) {
    rights.allow(Act.WORK, number);
    IncidentNumber incident = ApiRights.numberIn(number);
    watchers.follow(incident, body.email(), body.name());
    return watchers.of(incident);
  }

  @Requires(Act.WORK)
  @DeleteMapping("/incidents/{number}/watchers/{email}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "removeWatcher", summary = "No longer tell this address")
  @ApiResponse(responseCode = "204", description = "It does not follow the incident")
  void leave(@PathVariable String number, @PathVariable String email) {
    rights.allow(Act.WORK, number);
    watchers.leave(ApiRights.numberIn(number), email);
  }

  @Requires(Act.WORK)
  @GetMapping("/incidents/{number}/watchers/proposed")
  @Operation(
      operationId = "proposedWatchers",
      summary = "Addresses from outside the client's domains that wait to follow an incident")
  List<String> proposed(@PathVariable String number) {
    rights.allow(Act.WORK, number);
    return watchers.proposed(ApiRights.numberIn(number));
  }

  @Requires(Act.WORK)
  @PostMapping("/incidents/{number}/watchers/{email}/confirm")
  @Operation(operationId = "confirmWatcher", summary = "Let an address follow that asks to")
  List<String> confirm(@PathVariable String number, @PathVariable String email) {
    rights.allow(Act.WORK, number);
    IncidentNumber incident = ApiRights.numberIn(number);
    watchers.confirm(incident, email);
    return watchers.of(incident);
  }

  @Requires(Act.WORK)
  @PostMapping("/incidents/{number}/watchers/{email}/decline")
  @Operation(operationId = "declineWatcher", summary = "Tell this address nothing")
  List<String> decline(@PathVariable String number, @PathVariable String email) {
    rights.allow(Act.WORK, number);
    IncidentNumber incident = ApiRights.numberIn(number);
    watchers.decline(incident, email);
    return watchers.proposed(incident);
  }
}
