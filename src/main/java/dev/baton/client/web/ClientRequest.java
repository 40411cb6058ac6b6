package dev.baton.client.web;

import dev.baton.client.ClientView;
import dev.baton.client.DayKind;
import dev.baton.client.Tier;
import dev.baton.web.validation.EnumName;
import dev.baton.web.validation.LanguageTag;
import dev.baton.web.validation.MaxCharacters;
import dev.baton.web.validation.SingleLine;
import dev.baton.web.validation.TimeZoneName;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

/** A client as it shall be. What is left out takes its usual value. */
@Schema(name = "NewClient", description = "A client as it shall be")
record ClientRequest(
    @Schema(example = "Acme Ltd") @NotBlank(message = "is required") @SingleLine @MaxCharacters(200)
        String name,
    @Schema(implementation = Tier.class, description = "How much was promised", example = "GOLD")
        @NotNull(message = "is required")
        @EnumName(Tier.class)
        String tier,
    @Schema(description = "Name of the time zone", example = "Europe/Berlin")
        @NotNull(message = "is required")
        @TimeZoneName
        String zone,
    @Schema(description = "Tag of the language", example = "en")
        @NotNull(message = "is required")
        @LanguageTag
        String language,
    @Schema(
            description = "Days after which a resolution without objection closes the incident",
            defaultValue = "5")
        @Min(value = 0, message = ClientRequest.DAYS)
        @Max(value = 365, message = ClientRequest.DAYS)
        Integer confirmationDays,
    @Schema(
            implementation = DayKind.class,
            description =
                "Whether the confirmation period counts calendar days or the working days of the"
                    + " client's calendar",
            defaultValue = "CALENDAR_DAYS")
        @EnumName(DayKind.class)
        String confirmationUnit,
    @Schema(
            description =
                "How often a requester is reminded before a hold ends as no answer; with 0 it never"
                    + " ends by itself",
            defaultValue = "3")
        @Min(value = 0, message = ClientRequest.TIMES)
        @Max(value = 100, message = ClientRequest.TIMES)
        Integer reminders,
    @Schema(description = "Calendar days between two reminders", defaultValue = "2")
        @Min(value = 0, message = ClientRequest.DAYS)
        @Max(value = 365, message = ClientRequest.DAYS)
        Integer reminderDays) {

  static final String DAYS = "must be from 0 to 365 days";
  static final String TIMES = "must be from 0 to 100";

  ClientView client(String code) {
    return new ClientView(
        0,
        code,
        name,
        Tier.valueOf(tier),
        ZoneId.of(zone),
        Locale.forLanguageTag(language),
        Objects.requireNonNullElse(confirmationDays, 5),
        confirmationUnit == null ? DayKind.CALENDAR_DAYS : DayKind.valueOf(confirmationUnit),
        Objects.requireNonNullElse(reminders, 3),
        Objects.requireNonNullElse(reminderDays, 2));
  }
}
