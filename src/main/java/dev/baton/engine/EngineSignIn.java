package dev.baton.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Checks sign-ins against the engine's users, with its delays after failed tries. */
@Component
public class EngineSignIn {

  private final IdentityService identityService;

  EngineSignIn(IdentityService identityService) {
    this.identityService = identityService;
  }

  /** Somebody who proved who they are, and the groups they belong to. */
  public record SignedIn(String login, List<String> groups) {}

  /** Empty when name and password do not belong together, or the account is locked for a while. */
  public Optional<SignedIn> check(String login, String password) {
    if (login == null || login.isBlank() || password == null || password.isEmpty()) {
      return Optional.empty();
    }
    return EngineTrust.withoutPerson(
        identityService,
        () -> {
          try {
            return identityService.checkPassword(login, password)
                ? Optional.of(new SignedIn(login, groupsOf(login)))
                : Optional.empty();
          } catch (AuthenticationException locked) {
            return Optional.empty();
          }
        });
  }

  List<String> groupsOf(String login) {
    return identityService.createGroupQuery().groupMember(login).list().stream()
        .map(Group::getId)
        .toList();
  }
}
