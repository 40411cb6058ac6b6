package dev.baton.signin.web;

import dev.baton.access.TokenScope;
import dev.baton.signin.ApiTokens;
import dev.baton.signin.PasswordReconfirmation;
import dev.baton.signin.RedirectTarget;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Creates and revokes the caller's own API tokens. */
@Controller
@RequestMapping("/account/tokens")
class AccountTokenController {

  private final SignInPageRenderer pages;
  private final ApiTokens tokens;
  private final PasswordReconfirmation proof;

  AccountTokenController(SignInPageRenderer pages, ApiTokens tokens, PasswordReconfirmation proof) {
    this.pages = pages;
    this.tokens = tokens;
    this.proof = proof;
  }

  @PostMapping
  ResponseEntity<String> make(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) Set<TokenScope> scopes,
      @RequestParam(defaultValue = "90") int days,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      Principal person) {
    PasswordReconfirmation.Proof proved = proof.of(request, person.getName(), password);
    if (proved != PasswordReconfirmation.Proof.PROVED) {
      boolean isPaused = proved == PasswordReconfirmation.Proof.PAUSED;
      return refused(
          request,
          isPaused ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_ENTITY,
          isPaused ? "password.paused" : "password.old");
    }
    try {
      ApiTokens.Made made = tokens.make(person.getName(), name, scopes, days);
      return pages.show(request, "token", Map.of("name", made.token().name(), "text", made.text()));
    } catch (ApiTokens.TokenRefused refused) {
      return refused(request, HttpStatus.UNPROCESSABLE_ENTITY, "token." + refused.field());
    }
  }

  private ResponseEntity<String> refused(
      HttpServletRequest request, HttpStatus status, String problem) {
    return pages.show(request, status, "token", Map.of("problem", problem));
  }

  @PostMapping("/{id}/revoke")
  ResponseEntity<String> revoke(@PathVariable long id, Principal person) {
    tokens
        .find(id)
        .filter(token -> token.login().equals(person.getName()))
        .ifPresent(token -> tokens.revoke(token, person.getName()));
    return SignInPageRenderer.goTo(RedirectTarget.ACCOUNT + "?done=revoked");
  }
}
