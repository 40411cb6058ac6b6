package dev.baton.signin.web;

import dev.baton.engine.EngineSignIn;
import dev.baton.engine.EngineSignIn.Known;
import dev.baton.engine.PasswordRule;
import dev.baton.signin.ClientAddress;
import dev.baton.signin.Invitations;
import dev.baton.signin.RedirectTarget;
import dev.baton.signin.SignInThrottle;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind the link of an invitation: sets the password and leads to the sign-in. Every link
 * that is not valid gets the same page, so nobody learns which accounts exist.
 */
@Controller
@RequestMapping("/invitation/{token}")
class InvitationController {

  private static final int LONGEST = 200;

  private final SignInPageRenderer pages;
  private final Invitations invitations;
  private final EngineSignIn engine;
  private final SignInThrottle tries;

  InvitationController(
      SignInPageRenderer pages,
      Invitations invitations,
      EngineSignIn engine,
      SignInThrottle tries) {
    this.pages = pages;
    this.invitations = invitations;
    this.engine = engine;
    this.tries = tries;
  }

  @GetMapping
  ResponseEntity<String> page(@PathVariable String token, HttpServletRequest request) {
    return whereValid(
        token, request, person -> form(request, HttpStatus.OK, person, null, List.of()));
  }

  @PostMapping
  ResponseEntity<String> setPassword(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String chosen,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request) {
    return whereValid(token, request, person -> set(token, person, chosen, again, request));
  }

  private ResponseEntity<String> set(
      String token, Known person, String chosen, String again, HttpServletRequest request) {
    if (chosen.isEmpty() || chosen.length() > LONGEST || !chosen.equals(again)) {
      return refused(request, person, "password.differ", List.of());
    }
    List<PasswordRule> broken = engine.brokenRules(person.login(), chosen);
    if (!broken.isEmpty()) {
      return refused(request, person, "password.weak", broken);
    }
    return invitations.accept(token, chosen)
        ? SignInPageRenderer.goTo(RedirectTarget.SIGN_IN + "?invited")
        : noLongerValid(request);
  }

  private ResponseEntity<String> whereValid(
      String token, HttpServletRequest request, Function<Known, ResponseEntity<String>> answer) {
    return invitations.invited(token).map(answer).orElseGet(() -> counted(request));
  }

  /** Only what is wrong counts: nobody guesses a link, and colleagues share an address. */
  private ResponseEntity<String> counted(HttpServletRequest request) {
    Optional<Duration> pause = tries.link(ClientAddress.of(request)).pause();
    return pause
        .map(SignInPageRenderer::minutes)
        .map(
            minutes ->
                pages.show(
                    request,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "invitation-invalid",
                    Map.of("minutes", minutes)))
        .orElseGet(() -> noLongerValid(request));
  }

  private ResponseEntity<String> refused(
      HttpServletRequest request, Known person, String problem, List<PasswordRule> broken) {
    return form(request, HttpStatus.UNPROCESSABLE_ENTITY, person, problem, broken);
  }

  private ResponseEntity<String> form(
      HttpServletRequest request,
      HttpStatus status,
      Known person,
      String problem,
      List<PasswordRule> broken) {
    Map<String, Object> model = new HashMap<>();
    model.put("person", person);
    model.put("rules", engine.passwordRules());
    model.put("problem", problem);
    model.put("broken", broken.stream().map(PasswordRule::name).toList());
    return pages.show(request, status, "invitation", model);
  }

  private ResponseEntity<String> noLongerValid(HttpServletRequest request) {
    return pages.show(request, HttpStatus.NOT_FOUND, "invitation-invalid", Map.of());
  }
}
