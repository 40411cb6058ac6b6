package dev.baton.notification.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A person who follows an incident. */
@Schema(name = "Watcher", description = "Somebody who follows an incident")
record WatcherBody(
    @NotBlank @Email @Size(max = 320) @Schema(example = "wanda@acme.example") String email,
    @Size(max = 200) String name) {}
