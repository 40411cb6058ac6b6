package dev.baton.flow.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.flow.check.CheckFlows;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Checks flows, tables and forms before they are deployed. */
@RestController
@RequestMapping(path = "/api/v1/flows/check", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Flows", description = "Changed flows, tables and forms before they go live")
class FlowCheckController {

  private final CheckFlows check;
  private final AccessControl rights;

  FlowCheckController(CheckFlows check, AccessControl rights) {
    this.check = check;
    this.rights = rights;
  }

  @EndpointPermission(Permission.CHECK_FLOWS)
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      operationId = "checkFlows",
      summary = "Check flows, tables and forms without deploying them",
      description =
          "Lays the files over what is live, as a deployment does, and answers what the checks say"
              + " about the whole: errors, with which a deployment would be refused, and warnings."
              + " Nothing is deployed. At most 2 MB a file and 4 MB together.")
  FlowCheckResponse check(
      @Parameter(description = "Files ending in .bpmn, .dmn or .form")
          @RequestPart(name = "file", required = false)
          List<MultipartFile> files) {
    rights.allow(Permission.CHECK_FLOWS);
    return FlowCheckResponse.of(check.check(UploadedFiles.of(files)));
  }

  @EndpointPermission(Permission.CHECK_FLOWS)
  @GetMapping
  @Operation(
      operationId = "checkLiveFlows",
      summary = "Check the flows, tables and forms that are live")
  FlowCheckResponse live() {
    rights.allow(Permission.CHECK_FLOWS);
    return FlowCheckResponse.of(check.live());
  }
}
