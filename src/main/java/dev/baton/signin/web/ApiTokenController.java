package dev.baton.signin.web;

import dev.baton.access.AccessControl;
import dev.baton.access.Permission;
import dev.baton.access.PermissionDenied;
import dev.baton.signin.ApiTokens;
import dev.baton.signin.PasswordReconfirmation;
import dev.baton.signin.web.SignInBodies.NewToken;
import dev.baton.signin.web.SignInBodies.TokenBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own API tokens; account administrators can see and revoke those of others. */
@RestController
@RequestMapping(path = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sign-in")
class ApiTokenController {

  private static final int USUAL_DAYS = 90;

  private final ApiTokens tokens;
  private final PasswordReconfirmation proof;
  private final AccessControl rights;

  ApiTokenController(ApiTokens tokens, PasswordReconfirmation proof, AccessControl rights) {
    this.tokens = tokens;
    this.proof = proof;
    this.rights = rights;
  }

  @PostMapping
  @Operation(
      operationId = "makeToken",
      summary = "Make an API token",
      description =
          "In your name; its text is in this answer alone. Send it as Authorization: Bearer. A"
              + " token cannot make another; with a session give your password as well. It ends"
              + " when you change the password and do not keep it, or somebody else sets yours.")
  ResponseEntity<TokenBody> make(
      @RequestBody NewToken wanted,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) String authorization,
      HttpServletRequest request,
      Principal person) {
    refuseTokens(authorization);
    if (authorization == null) {
      askForProof(request, person.getName(), wanted.password());
    }
    try {
      ApiTokens.Made made =
          tokens.make(
              person.getName(),
              wanted.name(),
              wanted.scopes(),
              wanted.days() == null ? USUAL_DAYS : wanted.days());
      return ResponseEntity.created(URI.create("/api/v1/tokens/" + made.token().id()))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .body(TokenBody.of(made.token(), made.text()));
    } catch (ApiTokens.TokenRefused refused) {
      throw SignInBodies.invalid(refused.field(), refused.getMessage());
    }
  }

  @GetMapping
  @Operation(operationId = "listTokens", summary = "List API tokens, the newest first")
  List<TokenBody> list(@RequestParam(required = false) String login, Principal person) {
    String owner = login == null ? person.getName() : login;
    if (!owner.equals(person.getName())) {
      rights.allow(Permission.KEEP_TOKENS);
    }
    return tokens.of(owner).stream().map(token -> TokenBody.of(token, null)).toList();
  }

  @DeleteMapping("/{id}")
  @Operation(operationId = "revokeToken", summary = "Revoke an API token at once")
  ResponseEntity<Void> revoke(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) String authorization,
      Principal person) {
    refuseTokens(authorization);
    ApiTokens.Token token =
        tokens
            .find(id)
            .filter(it -> it.login().equals(person.getName()) || rights.may(Permission.KEEP_TOKENS))
            .orElseThrow(() -> SignInBodies.unknown("token", String.valueOf(id)));
    tokens.revoke(token, person.getName());
    return ResponseEntity.noContent().build();
  }

  private void askForProof(HttpServletRequest request, String login, String password) {
    switch (proof.of(request, login, password)) {
      case PROVED -> {}
      case PAUSED -> throw SignInBodies.paused();
      case WRONG ->
          throw SignInBodies.invalid(
              "password", "must be your password: a session makes no tokens");
    }
  }

  private static void refuseTokens(String authorization) {
    if (authorization != null
        && authorization.toLowerCase(java.util.Locale.ROOT).startsWith("bearer ")) {
      throw new PermissionDenied("A token cannot make or revoke tokens; sign in yourself");
    }
  }
}
