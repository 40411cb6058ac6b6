package dev.baton.client.web;

import dev.baton.client.RequesterView;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.MaxCharacters;
import dev.baton.web.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A requester as they shall be known. */
@Schema(name = "NewRequester", description = "A requester as they shall be known")
record RequesterRequest(
    @Schema(example = "Ada Moreau")
        @NotBlank(message = "is required")
        @SingleLine
        @MaxCharacters(200)
        String name,
    @Schema(example = "+33 1 23 45 67 89") @SingleLine @MaxCharacters(60) String phone,
    @Schema(description = "Whether their incidents count for more", defaultValue = "false")
        Boolean vip,
    @Schema(
            description =
                "Their sign-in name; left out, they cannot sign in, nor any longer with the one"
                    + " they had",
            example = "ada.moreau")
        @Size(min = 1, max = 64, message = "must have 1 to 64 characters")
        String login,
    @Schema(
            description = "Left out, the one that there is stays",
            format = "password",
            accessMode = Schema.AccessMode.WRITE_ONLY)
        @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        String password) {

  private static final int LONGEST_ADDRESS = 254;

  RequesterView requester(long client, String email) {
    var complaints = new InvalidInput.Complaints();
    if (email.length() > LONGEST_ADDRESS) {
      complaints.about("email", "must be at most " + LONGEST_ADDRESS + " characters");
    }
    if (password != null && login == null) {
      complaints.about("login", "is required with a password");
    }
    complaints.raise();
    return new RequesterView(0, client, name, email, phone, Boolean.TRUE.equals(vip), login);
  }

  /** Says nothing of the password. */
  @Override
  public String toString() {
    return name;
  }
}
