package dev.baton.signin;

import dev.baton.access.Scope;
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

/** Making and revoking one's own API tokens. */
@Controller
@RequestMapping("/account/tokens")
class AccountTokenPages {

  private final Pages pages;
  private final ApiTokens tokens;

  AccountTokenPages(Pages pages, ApiTokens tokens) {
    this.pages = pages;
    this.tokens = tokens;
  }

  @PostMapping
  ResponseEntity<String> make(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) Set<Scope> scopes,
      @RequestParam(defaultValue = "90") int days,
      HttpServletRequest request,
      Principal person) {
    try {
      ApiTokens.Made made = tokens.make(person.getName(), name, scopes, days);
      return pages.show(request, "token", Map.of("name", made.token().name(), "text", made.text()));
    } catch (ApiTokens.TokenRefused refused) {
      return pages.show(
          request,
          HttpStatus.UNPROCESSABLE_ENTITY,
          "token",
          Map.of("problem", "token." + refused.field()));
    }
  }

  @PostMapping("/{id}/revoke")
  ResponseEntity<String> revoke(@PathVariable long id, Principal person) {
    tokens
        .find(id)
        .filter(token -> token.login().equals(person.getName()))
        .ifPresent(token -> tokens.revoke(token, person.getName()));
    return Pages.goTo(Destination.ACCOUNT + "?done=revoked");
  }
}
