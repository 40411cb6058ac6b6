package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Requires;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentSearch;
import dev.baton.intake.internal.api.MajorBodies.ActionDoneInput;
import dev.baton.intake.internal.api.MajorBodies.AppointInput;
import dev.baton.intake.internal.api.MajorBodies.DeclareInput;
import dev.baton.intake.internal.api.MajorBodies.RelatedInput;
import dev.baton.intake.internal.api.MajorBodies.ResolveRelatedInput;
import dev.baton.intake.internal.api.MajorBodies.ReviewInput;
import dev.baton.intake.internal.api.MajorBodies.StandDownInput;
import dev.baton.intake.internal.api.MajorBodies.UpdateInput;
import dev.baton.major.DeclareMajorIncident;
import dev.baton.major.MajorIncidentDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
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
 * What people do with a major incident. Each act completes the task or sends the message that its
 * flow offers; where it offers none the answer is 409 with the reason.
 */
@RestController
@RequestMapping(
    path = "/api/v1",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Major incidents")
class MajorIncidentActs {

  private static final String MAJOR = "/major-incidents/{number}";

  private final DeclareMajorIncident declarations;
  private final MajorIncidentDesk desk;
  private final IncidentSearch incidents;
  private final MajorIncidentEndpoints majors;
  private final ApiRights rights;

  MajorIncidentActs(
      DeclareMajorIncident declarations,
      MajorIncidentDesk desk,
      IncidentSearch incidents,
      MajorIncidentEndpoints majors,
      ApiRights rights) {
    this.declarations = declarations;
    this.desk = desk;
    this.incidents = incidents;
    this.majors = majors;
    this.rights = rights;
  }

  @Requires(Act.WORK)
  @PostMapping("/incidents/{number}/declare-major")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "declareMajor",
      summary = "Declare an open incident a major one",
      description = "Its flow appoints a lead a moment later.")
  MajorIncidentBody declare(@PathVariable String number, @Valid @RequestBody DeclareInput input) {
    rights.allow(Act.WORK, number);
    return MajorIncidentBody.of(declarations.byHand(ApiRights.numberIn(number), input.reason()));
  }

  @Requires(Act.WORK)
  @PostMapping(MAJOR + "/update")
  @Operation(
      operationId = "postMajorUpdate",
      summary = "Tell the client the news",
      description = "It goes out on it and on each related incident that is open.")
  MajorPageBody update(@PathVariable String number, @Valid @RequestBody UpdateInput input) {
    return act(number, it -> desk.postUpdate(it, input.clientText(), input.internalText()));
  }

  @Requires(Act.WORK)
  @PostMapping(MAJOR + "/appoint")
  @Operation(operationId = "appointMajorLead", summary = "Hand the lead over")
  MajorPageBody appoint(@PathVariable String number, @Valid @RequestBody AppointInput input) {
    return act(number, it -> desk.appoint(it, input.login(), input.note()));
  }

  @Requires(Act.WORK)
  @PostMapping(MAJOR + "/link")
  @Operation(operationId = "linkToMajor", summary = "Relate an incident to it")
  MajorPageBody link(@PathVariable String number, @Valid @RequestBody RelatedInput input) {
    return act(number, it -> desk.link(it, related(input)));
  }

  @Requires(Act.WORK)
  @PostMapping(MAJOR + "/unlink")
  @Operation(operationId = "unlinkFromMajor", summary = "Take a related incident away from it")
  MajorPageBody unlink(@PathVariable String number, @Valid @RequestBody RelatedInput input) {
    return act(number, it -> desk.unlink(it, related(input)));
  }

  @Requires(Act.WORK)
  @PostMapping(MAJOR + "/resolve-related")
  @Operation(
      operationId = "resolveRelated",
      summary = "Say whether the related incidents are resolved with it",
      description = "Those that cannot be resolved now are listed in the journal and stay open.")
  MajorPageBody resolveRelated(
      @PathVariable String number, @Valid @RequestBody ResolveRelatedInput input) {
    return act(number, it -> desk.answerRelated(it, input.resolve(), input.note()));
  }

  @Requires(Act.WORK)
  @PostMapping(MAJOR + "/stand-down")
  @Operation(operationId = "standDownMajor", summary = "It is no major incident after all")
  MajorPageBody standDown(@PathVariable String number, @Valid @RequestBody StandDownInput input) {
    return act(number, it -> desk.standDown(it, input.reason()));
  }

  @Requires(Act.WORK)
  @PostMapping(MAJOR + "/review")
  @Operation(
      operationId = "reviewMajor",
      summary = "Write the review; the major incident closes",
      description = "Each action has an owner and a day.")
  MajorPageBody review(@PathVariable String number, @Valid @RequestBody ReviewInput input) {
    return act(number, it -> desk.review(it, input.text(), input.items()));
  }

  @Requires(Act.WORK)
  @PostMapping(MAJOR + "/actions/{action}/done")
  @Operation(
      operationId = "majorActionDone",
      summary = "Tick an action of the review off, or take it up again")
  MajorPageBody done(
      @PathVariable String number,
      @PathVariable long action,
      @Valid @RequestBody(required = false) ActionDoneInput input) {
    return act(
        number,
        it -> {
          if (!desk.setDone(it, action, ActionDoneInput.of(input))) {
            throw new UnknownEntry("action", String.valueOf(action));
          }
        });
  }

  private MajorPageBody act(String number, Consumer<IncidentNumber> work) {
    rights.allow(Act.WORK);
    work.accept(majors.known(number));
    return majors.page(number);
  }

  private IncidentNumber related(RelatedInput input) {
    return IncidentNumber.parse(input.incident())
        .map(number -> new IncidentNumber(incidents.get(number).number()))
        .orElseThrow(
            () ->
                new InvalidFields(
                    List.of(
                        new FieldProblem(
                            "incident",
                            "must be the number of an incident, such as INC-2026-000124"))));
  }
}
