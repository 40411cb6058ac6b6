package dev.baton.sla.web;

import dev.baton.sla.agreement.DefinitionRemark;
import dev.baton.sla.agreement.PublishResult;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What a document published. */
@Schema(name = "Publication", description = "What was published; unchanged definitions are kept")
record PublicationRequest(
    List<EntryBody> calendars,
    List<EntryBody> agreements,
    @Schema(description = "What you should know of it") List<String> remarks) {

  static PublicationRequest of(PublishResult publication) {
    return new PublicationRequest(
        publication.calendars().stream().map(EntryBody::of).toList(),
        publication.agreements().stream().map(EntryBody::of).toList(),
        publication.remarks().stream().map(DefinitionRemark::words).toList());
  }

  boolean isNew() {
    return calendars.stream().anyMatch(EntryBody::published)
        || agreements.stream().anyMatch(EntryBody::published);
  }

  /** One calendar or agreement. */
  @Schema(name = "PublicationEntry")
  record EntryBody(
      String name,
      @Schema(description = "Its newest version") int version,
      @Schema(description = "False if the newest version is identical") boolean published) {

    static EntryBody of(PublishResult.PublishedName entry) {
      return new EntryBody(entry.name(), entry.version(), entry.isNew());
    }
  }
}
