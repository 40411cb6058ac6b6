package dev.baton.signin.web;

import dev.baton.access.AccessControl;
import dev.baton.access.Caller;
import dev.baton.access.Permission;
import dev.baton.access.PermissionDenied;
import dev.baton.engine.EngineSignIn;
import dev.baton.signin.AccountActions;
import dev.baton.signin.RequiredSecondFactor;
import dev.baton.signin.SecondFactors;
import dev.baton.staff.Role;
import dev.baton.staff.SignIns;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets an administrator help people who cannot sign in, and lock out those who must not. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sign-in")
class UserAccountController {

  private final EngineSignIn people;
  private final AccountActions actions;
  private final SecondFactors secondFactors;
  private final RequiredSecondFactor required;
  private final AccessControl rights;

  UserAccountController(
      EngineSignIn people,
      AccountActions actions,
      SecondFactors secondFactors,
      RequiredSecondFactor required,
      AccessControl rights) {
    this.people = people;
    this.actions = actions;
    this.secondFactors = secondFactors;
    this.required = required;
    this.rights = rights;
  }

  @PostMapping("/people/{login}/unlock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "unlockPerson",
      summary = "Let somebody try to sign in again at once",
      description = "Forgets the failed tries of the account; those of an address are not touched.")
  void unlock(@PathVariable String login) {
    Caller caller = rights.allow(Permission.ADMINISTER);
    actions.unlock(caller.login(), known(login));
  }

  @PostMapping("/people/{login}/sign-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "signPersonOut",
      summary = "End all sessions of somebody, and revoke their tokens",
      description = "With revokeTokens=false the tokens stay.")
  void signOut(
      @PathVariable String login, @RequestParam(defaultValue = "true") boolean revokeTokens) {
    Caller caller = rights.allow(Permission.ADMINISTER);
    actions.signOutEverywhere(caller.login(), known(login), revokeTokens);
  }

  @DeleteMapping("/people/{login}/second-factor")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "resetSecondFactor",
      summary = "Turn somebody's second factor off",
      description =
          "For who lost phone and recovery codes. Their sessions end. Your own you turn off at"
              + " /account, with a code.")
  void resetSecondFactor(@PathVariable String login) {
    Caller caller = rights.allow(Permission.ADMINISTER);
    String known = known(login);
    if (known.equals(caller.login())) {
      throw new PermissionDenied("Turn your own second factor off at /account, with a code");
    }
    secondFactors.turnOff(known, caller.login());
  }

  @GetMapping("/second-factor/roles")
  @Operation(
      operationId = "listSecondFactorRoles",
      summary = "List the roles that must have a second factor")
  Set<String> roles() {
    rights.allow(Permission.ADMINISTER);
    return required.roles();
  }

  @PutMapping("/second-factor/roles/{role}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "requireSecondFactor",
      summary = "Require a second factor of a role",
      description = "Who has none must set one up at the next sign-in, before anything else.")
  void require(@PathVariable String role) {
    Caller caller = rights.allow(Permission.ADMINISTER);
    boolean isRole = role.equals(SignIns.REQUESTERS) || Role.ofGroup(role).isPresent();
    if (!isRole) {
      throw SignInBodies.unknown("role", role);
    }
    required.require(role, caller.login());
  }

  @DeleteMapping("/second-factor/roles/{role}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "leaveSecondFactorOpen",
      summary = "Leave it to the people of a role whether they have a second factor")
  void leaveOpen(@PathVariable String role) {
    Caller caller = rights.allow(Permission.ADMINISTER);
    required.leaveOpen(role, caller.login());
  }

  private String known(String login) {
    return people
        .find(login)
        .map(EngineSignIn.Known::login)
        .orElseThrow(() -> SignInBodies.unknown("person", login));
  }
}
