package dev.baton.sla.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A document of calendars and agreements; describes its shape, JSON and YAML alike. */
@Schema(name = "AgreementDocument", description = "Calendars and agreements together")
record AgreementDocumentBody(List<CalendarBody> calendars, List<AgreementBody> agreements) {}
