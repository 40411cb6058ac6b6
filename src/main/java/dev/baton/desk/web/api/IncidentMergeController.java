package dev.baton.desk.web.api;

import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.desk.web.incident.IncidentMerge;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.edit.MergedValue;
import dev.baton.incident.web.IncidentAccess;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.MaxCharacters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Merges an incident into another one. */
@RestController
@RequestMapping(
    path = "/api/v1/incidents/{number}/merge",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Acts")
class IncidentMergeController {

  private final IncidentMerge merge;
  private final IncidentResponses bodies;
  private final IncidentAccess rights;

  IncidentMergeController(IncidentMerge merge, IncidentResponses bodies, IncidentAccess rights) {
    this.merge = merge;
    this.bodies = bodies;
    this.rights = rights;
  }

  @Schema(name = "MergeInput")
  record MergeInput(
      @Schema(
              description = "Number of the incident of the same client that remains",
              example = "INC-2026-000122")
          @NotBlank(message = "is required")
          @MaxCharacters(40)
          String into,
      @Schema(
              description =
                  "What the remaining incident takes from this one instead of its own: SUBJECT,"
                      + " REQUESTER, CATEGORY, SERVICE or PRIORITY (impact and urgency, which needs"
                      + " the right to change a priority)",
              example = "[\"SUBJECT\"]")
          List<String> take) {

    Set<MergedValue> taken() {
      Set<MergedValue> taken = EnumSet.noneOf(MergedValue.class);
      if (take != null) {
        take.forEach(name -> taken.add(named(name)));
      }
      return taken;
    }

    private static MergedValue named(String name) {
      return Arrays.stream(MergedValue.values())
          .filter(value -> value.name().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidInput(
                      "take", "must be among " + Arrays.toString(MergedValue.values())));
    }
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping
  @Operation(
      operationId = "merge",
      summary = "Merge the incident into another one",
      description =
          "Its messages and files move to the other incident, which is the answer; the incident"
              + " closes as its duplicate, and mail to its number reaches the other one.")
  IncidentResponse merge(@PathVariable String number, @Valid @RequestBody MergeInput input) {
    rights.allow(Permission.WORK, number);
    IncidentNumber into =
        IncidentNumber.parse(input.into())
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "into", "must be the number of an incident, such as INC-2026-000122"));
    return bodies.of(merge.merge(IncidentAccess.numberIn(number), into, input.taken()));
  }
}
