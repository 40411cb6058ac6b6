package dev.baton.incident.web;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.NewContact;
import dev.baton.web.validation.EnumName;
import dev.baton.web.validation.MaxCharacters;
import dev.baton.web.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A contact without an incident to be logged: a question answered, a call that broke off. */
@Schema(name = "LooseContact", description = "A contact to be logged that belongs to no incident")
record ContactWithoutIncidentRequest(
    @Schema(
            implementation = ContactKind.class,
            allowableValues = {"INFORMATION", "ABANDONED"},
            example = "INFORMATION")
        @NotNull(message = "is required")
        @EnumName(
            value = ContactKind.class,
            except = {"INCIDENT"})
        String kind,
    @Schema(
            description = "Code or name of the client; not needed for an abandoned call",
            example = "acme")
        @SingleLine
        @MaxCharacters(200)
        String client,
    @Schema(implementation = Direction.class, description = "IN if left out", example = "IN")
        @EnumName(Direction.class)
        String direction,
    @Schema(implementation = Channel.class, example = "PHONE")
        @NotNull(message = "is required")
        @EnumName(Channel.class)
        String channel,
    @Schema(description = "Who it came from or went to", example = "+33 1 23 45 67 89")
        @SingleLine
        @MaxCharacters(320)
        String from,
    @Schema(example = "Asked for the opening hours") @SingleLine @MaxCharacters(200) String subject,
    @MaxCharacters(100_000) String body,
    @Schema(
            implementation = Visibility.class,
            description = "INTERNAL if left out",
            example = "INTERNAL")
        @EnumName(Visibility.class)
        String visibility) {

  NewContact contact() {
    return new NewContact(
        null,
        ContactKind.valueOf(kind),
        client,
        direction == null ? Direction.IN : Direction.valueOf(direction),
        Channel.valueOf(channel),
        from,
        subject,
        body,
        visibility == null ? Visibility.INTERNAL : Visibility.valueOf(visibility));
  }
}
