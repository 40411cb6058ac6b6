package dev.baton.desk.web.api;

import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.desk.web.api.MajorIncidentRequests.ActionDoneInput;
import dev.baton.desk.web.api.MajorIncidentRequests.AppointInput;
import dev.baton.desk.web.api.MajorIncidentRequests.DeclareInput;
import dev.baton.desk.web.api.MajorIncidentRequests.RelatedInput;
import dev.baton.desk.web.api.MajorIncidentRequests.ResolveRelatedInput;
import dev.baton.desk.web.api.MajorIncidentRequests.ReviewInput;
import dev.baton.desk.web.api.MajorIncidentRequests.RoleInput;
import dev.baton.desk.web.api.MajorIncidentRequests.StandDownInput;
import dev.baton.desk.web.api.MajorIncidentRequests.UpdateInput;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.web.IncidentAccess;
import dev.baton.major.DeclareMajorIncident;
import dev.baton.major.MajorIncidentActions;
import dev.baton.major.MajorParticipants;
import dev.baton.web.NotFound;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Actions on a major incident. Each action completes the task or sends the message that its flow
 * offers; if it offers none, the response is 409 with the reason.
 */
@RestController
@RequestMapping(
    path = "/api/v1",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Major incidents")
class MajorIncidentActionController {

  private static final String MAJOR = "/major-incidents/{number}";

  private final DeclareMajorIncident declarations;
  private final MajorIncidentActions desk;
  private final MajorParticipants participants;
  private final IncidentSearch incidents;
  private final MajorIncidentController majors;
  private final IncidentAccess rights;

  MajorIncidentActionController(
      DeclareMajorIncident declarations,
      MajorIncidentActions desk,
      MajorParticipants participants,
      IncidentSearch incidents,
      MajorIncidentController majors,
      IncidentAccess rights) {
    this.declarations = declarations;
    this.desk = desk;
    this.participants = participants;
    this.incidents = incidents;
    this.majors = majors;
    this.rights = rights;
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping("/incidents/{number}/declare-major")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "declareMajor",
      summary = "Declare an open incident a major one",
      description = "Its flow appoints a lead a moment later.")
  MajorIncidentResponse declare(
      @PathVariable String number, @Valid @RequestBody DeclareInput input) {
    rights.allow(Permission.WORK, number);
    return MajorIncidentResponse.of(
        declarations.byHand(IncidentAccess.numberIn(number), input.reason()));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(MAJOR + "/update")
  @Operation(
      operationId = "postMajorUpdate",
      summary = "Tell the client the news",
      description = "It goes out on it and on each related incident that is open.")
  MajorIncidentDetailsResponse update(
      @PathVariable String number, @Valid @RequestBody UpdateInput input) {
    return act(number, it -> desk.postUpdate(it, input.clientText(), input.internalText()));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(MAJOR + "/appoint")
  @Operation(operationId = "appointMajorLead", summary = "Hand the lead over")
  MajorIncidentDetailsResponse appoint(
      @PathVariable String number, @Valid @RequestBody AppointInput input) {
    return act(number, it -> desk.appoint(it, input.login(), input.note()));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(MAJOR + "/assign-role")
  @Operation(
      operationId = "assignMajorRole",
      summary = "Give somebody a role beside the lead",
      description =
          "The person is told. A stakeholder is told of each update as well; of the other roles,"
              + " each belongs to one person.")
  MajorIncidentDetailsResponse assignRole(
      @PathVariable String number, @Valid @RequestBody RoleInput input) {
    return act(number, it -> participants.assign(it, input.role(), input.login()));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(MAJOR + "/remove-role")
  @Operation(operationId = "removeMajorRole", summary = "Take a role from somebody")
  MajorIncidentDetailsResponse removeRole(
      @PathVariable String number, @Valid @RequestBody RoleInput input) {
    return act(
        number,
        it -> {
          if (!participants.remove(it, input.role(), input.login())) {
            throw new NotFound("role", input.role() + " of " + input.login());
          }
        });
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(MAJOR + "/link")
  @Operation(operationId = "linkToMajor", summary = "Relate an incident to it")
  MajorIncidentDetailsResponse link(
      @PathVariable String number, @Valid @RequestBody RelatedInput input) {
    return act(number, it -> desk.link(it, related(input)));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(MAJOR + "/unlink")
  @Operation(operationId = "unlinkFromMajor", summary = "Take a related incident away from it")
  MajorIncidentDetailsResponse unlink(
      @PathVariable String number, @Valid @RequestBody RelatedInput input) {
    return act(number, it -> desk.unlink(it, related(input)));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(MAJOR + "/resolve-related")
  @Operation(
      operationId = "resolveRelated",
      summary = "Say whether the related incidents are resolved with it",
      description = "Those that cannot be resolved now are listed in the journal and stay open.")
  MajorIncidentDetailsResponse resolveRelated(
      @PathVariable String number, @Valid @RequestBody ResolveRelatedInput input) {
    return act(number, it -> desk.answerRelated(it, input.resolve(), input.note()));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(MAJOR + "/stand-down")
  @Operation(operationId = "standDownMajor", summary = "It is no major incident after all")
  MajorIncidentDetailsResponse standDown(
      @PathVariable String number, @Valid @RequestBody StandDownInput input) {
    return act(number, it -> desk.standDown(it, input.reason()));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(MAJOR + "/review")
  @Operation(
      operationId = "reviewMajor",
      summary = "Write the review; the major incident closes",
      description = "Each action has an owner and a day.")
  MajorIncidentDetailsResponse review(
      @PathVariable String number, @Valid @RequestBody ReviewInput input) {
    return act(number, it -> desk.review(it, input.text(), input.items()));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(MAJOR + "/actions/{action}/done")
  @Operation(
      operationId = "majorActionDone",
      summary = "Tick an action of the review off, or take it up again")
  MajorIncidentDetailsResponse done(
      @PathVariable String number,
      @PathVariable long action,
      @Valid @RequestBody(required = false) ActionDoneInput input) {
    return act(
        number,
        it -> {
          if (!desk.setDone(it, action, ActionDoneInput.of(input))) {
            throw new NotFound("action", String.valueOf(action));
          }
        });
  }

  private MajorIncidentDetailsResponse act(String number, Consumer<IncidentNumber> work) {
    rights.allow(Permission.WORK);
    work.accept(majors.known(number));
    return majors.page(number);
  }

  private IncidentNumber related(RelatedInput input) {
    return IncidentNumber.parse(input.incident())
        .map(number -> new IncidentNumber(incidents.get(number).number()))
        .orElseThrow(
            () ->
                new InvalidInput(
                    "incident", "must be the number of an incident, such as INC-2026-000124"));
  }
}
