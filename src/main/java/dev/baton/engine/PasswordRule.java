package dev.baton.engine;

/**
 * One rule for passwords.
 *
 * @param name one of {@code length, user_data, guessable}
 * @param least how many it asks for; 0 where it asks for no number
 */
public record PasswordRule(String name, int least) {

  private static final String PREFIX = "PASSWORD_POLICY_";

  static PasswordRule of(org.camunda.bpm.engine.identity.PasswordPolicyRule rule) {
    int least =
        rule.getParameters() == null
            ? 0
            : rule.getParameters().values().stream().findFirst().map(Integer::parseInt).orElse(0);
    return new PasswordRule(
        rule.getPlaceholder().replace(PREFIX, "").toLowerCase(java.util.Locale.ROOT), least);
  }
}
