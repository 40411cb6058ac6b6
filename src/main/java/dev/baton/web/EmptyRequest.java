package dev.baton.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** The body of a request without input: absent, or an empty object. */
@Schema(name = "NoInput", description = "Nothing is needed")
public record EmptyRequest() {}
