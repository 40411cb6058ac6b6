package dev.baton.incident.web;

import dev.baton.incident.category.Category;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** A category that is suggested for incidents. */
@Schema(name = "Category", description = "A category that is suggested for incidents")
record CategoryBody(
    @Schema(accessMode = Schema.AccessMode.READ_ONLY, example = "7") Long id,
    @Schema(example = "Network") @NotBlank String name,
    @Schema(description = "Code of the only client that has it; null for all", example = "acme")
        String client,
    @Schema(description = "Code of the service whose incidents have it; null for any")
        String service,
    @Schema(description = "Whether it is suggested", defaultValue = "true") Boolean active) {

  static CategoryBody of(Category category) {
    return new CategoryBody(
        category.id(), category.name(), category.client(), category.service(), category.active());
  }

  Category category() {
    return new Category(0, name, client, service, active == null || active);
  }
}
