package dev.baton.desk.web.api;

import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.access.PermissionDenied;
import dev.baton.incident.tag.IncidentTags;
import dev.baton.incident.web.IncidentAccess;
import dev.baton.web.text.LocalizableText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tags of incidents, which the desk alone sees. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Incidents")
class TagController {

  private static final int SUGGESTED = 20;

  private final IncidentTags tags;
  private final IncidentAccess rights;

  TagController(IncidentTags tags, IncidentAccess rights) {
    this.tags = tags;
    this.rights = rights;
  }

  @Schema(name = "TagsInput")
  record TagsInput(
      @Schema(description = "In any case; stored in lower case", example = "[\"vpn\"]")
          @NotEmpty(message = "is required")
          @Size(max = IncidentTags.MOST, message = "has at most 20 tags")
          List<@NotNull(message = "is required") String> tags) {}

  /** All tags of an incident. */
  @Schema(name = "Tags")
  record Tags(List<String> tags) {}

  @EndpointPermission(Permission.READ)
  @GetMapping("/tags")
  @Operation(operationId = "tags", summary = "List tags in use, by the alphabet")
  Tags inUse(@Parameter(description = "How they begin") @RequestParam(defaultValue = "") String q) {
    if (rights.allow(Permission.READ).isRequester()) {
      throw new PermissionDenied(LocalizableText.of("refused.tag.desk"));
    }
    return new Tags(tags.beginningWith(q, SUGGESTED));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(path = "/incidents/{number}/tags", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "addTags",
      summary = "Add tags to the incident",
      description = "At most 20 are on an incident. Those that it has already change nothing.")
  Tags add(@PathVariable String number, @Valid @RequestBody TagsInput input) {
    rights.allow(Permission.WORK, number);
    return new Tags(tags.add(IncidentAccess.numberIn(number), input.tags()));
  }

  @EndpointPermission(Permission.WORK)
  @DeleteMapping("/incidents/{number}/tags/{tag}")
  @Operation(operationId = "removeTag", summary = "Remove a tag from the incident")
  Tags remove(@PathVariable String number, @PathVariable String tag) {
    rights.allow(Permission.WORK, number);
    return new Tags(tags.remove(IncidentAccess.numberIn(number), tag));
  }
}
