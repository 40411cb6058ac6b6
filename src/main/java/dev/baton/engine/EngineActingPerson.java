package dev.baton.engine;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Takes the engine's authenticated user as the acting person. */
@Component
public class EngineActingPerson implements ActingPerson {

  private final IdentityService identityService;
  private final ThreadLocal<String> origin = new ThreadLocal<>();

  EngineActingPerson(IdentityService identityService) {
    this.identityService = identityService;
  }

  @Override
  public Actor current() {
    Authentication person = identityService.getCurrentAuthentication();
    if (person == null || person.getUserId() == null) {
      return Actor.FLOW;
    }
    String from = origin.get();
    return new Actor(person.getUserId(), from == null ? "Engine" : from);
  }

  @Override
  public Optional<Set<String>> groups() {
    return Optional.ofNullable(identityService.getCurrentAuthentication())
        .map(Authentication::getGroupIds)
        .map(Set::copyOf);
  }

  @Override
  public <T> T as(Actor actor, Supplier<T> work) {
    Authentication before = identityService.getCurrentAuthentication();
    String originBefore = origin.get();
    identityService.setAuthenticatedUserId(actor.name());
    origin.set(actor.origin());
    try {
      return work.get();
    } finally {
      restore(before, originBefore);
    }
  }

  private void restore(Authentication before, String originBefore) {
    if (before == null) {
      identityService.clearAuthentication();
    } else {
      identityService.setAuthentication(before);
    }
    comesFrom(originBefore);
  }

  /** Notes the way in of this thread's request; null forgets it. */
  public void comesFrom(String way) {
    if (way == null) {
      origin.remove();
    } else {
      origin.set(way);
    }
  }
}
