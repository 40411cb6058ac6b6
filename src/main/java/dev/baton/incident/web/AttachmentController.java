package dev.baton.incident.web;

import dev.baton.access.Caller;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.incident.Visibility;
import dev.baton.incident.file.ContactFile;
import dev.baton.incident.file.ContactFiles;
import dev.baton.incident.file.ReceivedMails;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.web.DownloadHeaders;
import dev.baton.web.ListParameters;
import dev.baton.web.LongPagedOperation;
import dev.baton.web.NotFound;
import dev.baton.web.PageResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The files that came with contacts, and the mails as they came. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Attachments", description = "What came with a contact; handed out to be saved alone")
class AttachmentController {

  private static final Duration ON_RECORD_ONCE = Duration.ofHours(1);

  private final ContactFiles files;
  private final IncidentSearch incidents;
  private final ReceivedMails mails;
  private final IncidentAccess rights;
  private final AuditTrail trail;

  AttachmentController(
      ContactFiles files,
      IncidentSearch incidents,
      ReceivedMails mails,
      IncidentAccess rights,
      AuditTrail trail) {
    this.files = files;
    this.incidents = incidents;
    this.mails = mails;
    this.rights = rights;
    this.trail = trail;
  }

  @EndpointPermission(Permission.READ)
  @GetMapping(path = "/incidents/{number}/attachments", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listAttachments",
      summary = "List the files on an incident",
      description =
          "Oldest first. A client's own people see those of contacts for the client. Page by page:"
              + " the Link header leads to the next.")
  @LongPagedOperation
  ResponseEntity<List<AttachmentResponse>> list(
      @PathVariable String number,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Caller caller = rights.allow(Permission.READ, number);
    incidents.get(IncidentAccess.numberIn(number));
    return PageResponse.list(
        files.of(
            IncidentAccess.numberIn(number), caller.isRequester(), ListParameters.longPage(given)),
        AttachmentResponse::of);
  }

  @EndpointPermission(Permission.READ)
  @GetMapping("/attachments/{id}")
  @Operation(
      operationId = "getAttachment",
      summary = "Download a file",
      description = "As bytes to be saved, whatever its sender says it is. 404 if it is withheld.")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> get(@PathVariable long id) {
    Caller caller = rights.allow(Permission.READ);
    ContactFile file = files.find(id).orElseThrow(() -> unknown(id));
    if (file.incident() == null) {
      rights.allow(Permission.READ_CONTACT_LOG);
    } else if (!isFor(caller, file) || isOfAnother(caller, file)) {
      throw unknown(id);
    }
    byte[] content = files.content(id).orElseThrow(() -> unknown(id));
    seen(file.incident() == null ? "attachment " + id : file.incident(), "Attachment " + id);
    return DownloadHeaders.of(file.name(), content);
  }

  @EndpointPermission(Permission.READ_CONTACT_LOG)
  @GetMapping("/contacts/{id}/raw")
  @Operation(
      operationId = "getRawMail",
      summary = "Download a mail as it came",
      description =
          "The whole message with its head and all its parts. 410 if it was removed after"
              + " the retention period; the contact and its files stay.")
  @ApiResponse(
      responseCode = "200",
      description = "The message",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> raw(@PathVariable long id) {
    rights.allow(Permission.READ_CONTACT_LOG);
    byte[] raw = mails.rawOf(id).orElseThrow(() -> new NotFound("mail", String.valueOf(id)));
    seen("contact " + id, "Original email");
    return DownloadHeaders.of("contact-" + id + ".eml", raw);
  }

  private void seen(String subject, String words) {
    trail.note(AuditEntry.of(AuditKind.SEEN, subject, words), ON_RECORD_ONCE);
  }

  private boolean isOfAnother(Caller caller, ContactFile file) {
    return caller.isRequester()
        && incidents.get(IncidentAccess.numberIn(file.incident())).clientId()
            != caller.onlyClient().longValue();
  }

  private static boolean isFor(Caller caller, ContactFile file) {
    return !caller.isRequester() || file.visibility() == Visibility.CLIENT;
  }

  private static NotFound unknown(long id) {
    return new NotFound("attachment", String.valueOf(id));
  }
}
