package dev.baton.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** The body of a request that needs nothing: absent, or an empty object. */
@Schema(name = "NoInput", description = "Nothing is needed")
public record EmptyRequest() {}
