package dev.baton.flow.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.engine.release.ReleaseFolder;
import dev.baton.flow.proposal.ReleaseHistory;
import dev.baton.web.ListParameters;
import dev.baton.web.PageResponse;
import dev.baton.web.PagedOperation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The releases that went live. */
@RestController
@RequestMapping(path = "/api/v1/flows/releases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Flows", description = "Changed flows, tables and forms before they go live")
class ReleaseController {

  private final ReleaseHistory history;
  private final AccessControl rights;

  ReleaseController(ReleaseHistory history, AccessControl rights) {
    this.history = history;
    this.rights = rights;
  }

  @EndpointPermission(Permission.CHECK_FLOWS)
  @GetMapping
  @Operation(operationId = "listReleases", summary = "Releases that went live, the last first")
  @PagedOperation
  ResponseEntity<PageResponse<ReleaseResponse>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    rights.allow(Permission.CHECK_FLOWS);
    ListParameters parameters = new ListParameters(given);
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    return PageResponse.answer(history.list(page), ReleaseResponse::of);
  }

  @EndpointPermission(Permission.CHECK_FLOWS)
  @GetMapping("/{number}")
  @Operation(operationId = "release", summary = "A release")
  ReleaseResponse get(@PathVariable int number) {
    rights.allow(Permission.CHECK_FLOWS);
    return ReleaseResponse.of(history.get(number));
  }

  @EndpointPermission(Permission.CHECK_FLOWS)
  @GetMapping(path = "/{number}/files", produces = "application/zip")
  @Operation(operationId = "releaseFiles", summary = "All files of a release, as a ZIP archive")
  ResponseEntity<byte[]> files(@PathVariable int number) {
    rights.allow(Permission.CHECK_FLOWS);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("baton-release-%d.zip".formatted(number))
                .build()
                .toString())
        .body(zip(history.files(number)));
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : ReleaseFolder.of(files).entrySet()) {
        archive.putNextEntry(new ZipEntry(file.getKey()));
        archive.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
