package dev.baton.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Lets Baton's own use cases use the engine without its authorisation checks, since they have
 * checked the person's permissions themselves. The person remains the author in the engine's
 * records.
 */
@Component
public class TrustedEngineAccess {

  private final ProcessEngineConfigurationImpl configuration;

  TrustedEngineAccess(ProcessEngineConfigurationImpl configuration) {
    this.configuration = configuration;
  }

  /** Runs one engine command and flushes at its end. */
  public <T> T trusted(Supplier<T> work) {
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              boolean checked = context.isAuthorizationCheckEnabled();
              context.disableAuthorizationCheck();
              try {
                return work.get();
              } finally {
                if (checked) {
                  context.enableAuthorizationCheck();
                }
              }
            });
  }

  /** Runs the work without an authenticated user, and restores the user afterwards. */
  public static <T> T withoutPerson(IdentityService identityService, Supplier<T> work) {
    Authentication before = identityService.getCurrentAuthentication();
    identityService.clearAuthentication();
    try {
      return work.get();
    } finally {
      if (before != null) {
        identityService.setAuthentication(before);
      }
    }
  }
}
