package dev.baton.signin.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn.Known;
import dev.baton.signin.ClientAddress;
import dev.baton.signin.Passkeys;
import dev.baton.signin.RecentPasswordConfirmations;
import dev.baton.signin.RedirectTarget;
import dev.baton.signin.SignInFlow;
import dev.baton.signin.SignInLog;
import dev.baton.signin.SignInName;
import dev.baton.signin.UserCache;
import dev.baton.web.ProblemResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** The endpoints for passkeys, called by scripts of the sign-in page and the account page. */
@Controller
class PasskeyController {

  private static final Logger logger = LoggerFactory.getLogger(PasskeyController.class);

  private static final String ASKED = "baton.passkey-asked";
  private static final int UNTIL_SIGNED_IN_SECONDS = 300;
  private static final String MAKING = "baton.passkey-making";
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Passkeys passkeys;
  private final SignInFlow reception;
  private final UserCache people;
  private final RecentPasswordConfirmations confirmations;
  private final SignInLog log;
  private final Clock clock;

  PasskeyController(
      Passkeys passkeys,
      SignInFlow reception,
      UserCache people,
      RecentPasswordConfirmations confirmations,
      SignInLog log,
      Clock clock) {
    this.passkeys = passkeys;
    this.reception = reception;
    this.people = people;
    this.confirmations = confirmations;
    this.log = log;
    this.clock = clock;
  }

  /** A pending request: options for an existing key, or the challenge for a new one. */
  private record Waiting(Serializable asked, Instant since) implements Serializable {}

  @PostMapping("/sign-in/passkey/options")
  ResponseEntity<String> ask(HttpServletRequest request) throws JsonProcessingException {
    PublicKeyCredentialRequestOptions options = passkeys.toAsk(request);
    HttpSession session = request.getSession(true);
    if (session.isNew()) {
      // Anyone can create these, so they expire soon unless someone signs in and gets a new
      // session.
      session.setMaxInactiveInterval(UNTIL_SIGNED_IN_SECONDS);
    }
    await(request, ASKED, options);
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
      person = ownerOf(passkeys.answered(request, options, answer));
    } catch (RuntimeException | JsonProcessingException wrong) {
      logger.info("A passkey was refused: {}", wrong.getMessage());
      log.noteInTheHour(
          AuditKind.SIGN_IN_FAILED,
          SignInName.NOBODY,
          "Passkeys were not right, from " + ClientAddress.of(request));
      return refused(HttpStatus.UNAUTHORIZED, "This passkey is not known here");
    }
    if (person.isEmpty()) {
      return refused(HttpStatus.UNAUTHORIZED, "This passkey is not known here");
    }
    String next = reception.enters(request, response, person.get().signedIn(), wish, "a passkey");
    confirmations.confirm(request);
    return ResponseEntity.ok(Map.of("next", next));
  }

  /** Empty if the passkey's owner cannot sign in, or someone else has set their password. */
  private Optional<Known> ownerOf(Passkeys.Answer answer) {
    Optional<Known> owner =
        people
            .findAnew(answer.login())
            .filter(
                it -> passkeys.of(it).stream().anyMatch(key -> key.id().equals(answer.passkey())));
    if (owner.isEmpty()) {
      log.note(AuditKind.SIGN_IN_FAILED, answer.login(), "The passkey is good no more");
    }
    return owner;
  }

  @PostMapping("/account/passkeys/options")
  ResponseEntity<?> toMake(HttpServletRequest request, Authentication person)
      throws JsonProcessingException {
    if (!confirmations.isRecent(request)) {
      return refused(HttpStatus.FORBIDDEN, "Confirm your password first");
    }
    PublicKeyCredentialCreationOptions options = passkeys.toMake(request, person);
    await(request, MAKING, options.getChallenge());
    return json(passkeys.written(options));
  }

  @PostMapping("/account/passkeys")
  ResponseEntity<?> keep(
      @RequestBody String made, HttpServletRequest request, Authentication person) {
    if (!(taken(request, MAKING) instanceof Bytes challenge)) {
      return refused(HttpStatus.UNPROCESSABLE_ENTITY, "Nobody was asked to make a passkey");
    }
    Known owner = people.findAnew(person.getName()).orElseThrow();
    try {
      passkeys.keep(request, person, challenge, passkeys.read(made), owner);
      return ResponseEntity.ok(Map.of("next", RedirectTarget.ACCOUNT + "?done=passkey"));
    } catch (RuntimeException | JsonProcessingException wrong) {
      logger.info("A new passkey was refused: {}", wrong.getMessage());
      return refused(HttpStatus.UNPROCESSABLE_ENTITY, "This passkey cannot be kept");
    }
  }

  @PostMapping("/account/passkeys/{id}/remove")
  ResponseEntity<String> remove(@PathVariable String id, Authentication person) {
    passkeys.remove(person.getName(), id);
    return SignInPageRenderer.goTo(RedirectTarget.ACCOUNT + "?done=passkey-removed");
  }

  private void await(HttpServletRequest request, String key, Serializable asked) {
    request.getSession(true).setAttribute(key, new Waiting(asked, clock.instant()));
  }

  /** Valid for one response, for some minutes. */
  private Serializable taken(HttpServletRequest request, String key) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(key) instanceof Waiting waiting)) {
      return null;
    }
    session.removeAttribute(key);
    return RecentPasswordConfirmations.isWithin(LONGEST, waiting.since(), clock.instant())
        ? waiting.asked()
        : null;
  }

  private static ResponseEntity<String> json(String body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
  }

  private static ResponseEntity<?> refused(HttpStatus status, String detail) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemResponses.problem(status, "passkey", detail));
  }
}
