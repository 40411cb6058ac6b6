package dev.baton.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn.Known;
import dev.baton.problem.ProblemAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** What the script of the sign-in page and of the account page says about passkeys. */
@Controller
class PasskeyPages {

  private static final Logger logger = LoggerFactory.getLogger(PasskeyPages.class);

  private static final String ASKED = "baton.passkey-asked";
  private static final int UNTIL_SIGNED_IN_SECONDS = 300;
  private static final String MAKING = "baton.passkey-making";

  private final Passkeys passkeys;
  private final Reception reception;
  private final KnownPeople people;
  private final SignInLog log;

  PasskeyPages(Passkeys passkeys, Reception reception, KnownPeople people, SignInLog log) {
    this.passkeys = passkeys;
    this.reception = reception;
    this.people = people;
    this.log = log;
  }

  @PostMapping("/sign-in/passkey/options")
  ResponseEntity<String> ask(HttpServletRequest request) throws JsonProcessingException {
    PublicKeyCredentialRequestOptions options = passkeys.toAsk(request);
    HttpSession session = request.getSession(true);
    if (session.isNew()) {
      // Anybody can have these made: they go soon, unless somebody signs in and gets another.
      session.setMaxInactiveInterval(UNTIL_SIGNED_IN_SECONDS);
    }
    session.setAttribute(ASKED, options);
    return json(passkeys.written(options));
  }

  @PostMapping("/sign-in/passkey")
  ResponseEntity<?> signIn(
      @RequestParam(name = "continue", defaultValue = "") String wish,
      @RequestBody String answer,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!(taken(request, ASKED) instanceof PublicKeyCredentialRequestOptions options)) {
      return refused(HttpStatus.UNAUTHORIZED, "Nobody was asked for a passkey");
    }
    Optional<Known> person;
    try {
      person = people.find(passkeys.loginOf(request, options, answer));
    } catch (RuntimeException | JsonProcessingException wrong) {
      logger.info("A passkey was refused: {}", wrong.getMessage());
      log.note(AuditKind.SIGN_IN_FAILED, "unknown", "A passkey was not right");
      return refused(HttpStatus.UNAUTHORIZED, "This passkey is not known here");
    }
    return person
        .<ResponseEntity<?>>map(
            it ->
                ResponseEntity.ok(
                    Map.of(
                        "next",
                        reception.enters(request, response, it.signedIn(), wish, "a passkey"))))
        .orElseGet(() -> refused(HttpStatus.UNAUTHORIZED, "This passkey is not known here"));
  }

  @PostMapping("/account/passkeys/options")
  ResponseEntity<String> toMake(HttpServletRequest request, Authentication person)
      throws JsonProcessingException {
    PublicKeyCredentialCreationOptions options = passkeys.toMake(request, person);
    request.getSession(true).setAttribute(MAKING, options);
    return json(passkeys.written(options));
  }

  @PostMapping("/account/passkeys")
  ResponseEntity<?> keep(
      @RequestBody String made, HttpServletRequest request, Authentication person) {
    if (!(taken(request, MAKING) instanceof PublicKeyCredentialCreationOptions options)) {
      return refused(HttpStatus.UNPROCESSABLE_ENTITY, "Nobody was asked to make a passkey");
    }
    try {
      passkeys.keep(request, options, passkeys.read(made), person.getName());
      return ResponseEntity.ok(Map.of("next", Destination.ACCOUNT + "?done=passkey"));
    } catch (RuntimeException | JsonProcessingException wrong) {
      logger.info("A new passkey was refused: {}", wrong.getMessage());
      return refused(HttpStatus.UNPROCESSABLE_ENTITY, "This passkey cannot be kept");
    }
  }

  @PostMapping("/account/passkeys/{id}/remove")
  ResponseEntity<String> remove(@PathVariable String id, Authentication person) {
    passkeys.remove(person.getName(), id);
    return Pages.goTo(Destination.ACCOUNT + "?done=passkey-removed");
  }

  /** Good for one answer. */
  private static Object taken(HttpServletRequest request, String key) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return null;
    }
    Object options = session.getAttribute(key);
    session.removeAttribute(key);
    return options;
  }

  private static ResponseEntity<String> json(String body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
  }

  private static ResponseEntity<?> refused(HttpStatus status, String detail) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemAnswers.problem(status, "passkey", detail));
  }
}
