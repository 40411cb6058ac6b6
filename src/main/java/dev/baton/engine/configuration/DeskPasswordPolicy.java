package dev.baton.engine.configuration;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/**
 * What a new password must be like, wherever it is set: long, and not easy to guess. There is no
 * rule about kinds of characters; such rules lead to passwords that are easy to guess and hard to
 * remember (OWASP ASVS 5, 6.2.4, 6.2.5, 6.2.11).
 */
class DeskPasswordPolicy implements PasswordPolicy {

  static final int SHORTEST = 12;

  private static final List<PasswordPolicyRule> RULES =
      List.of(new LongEnough(), new WithoutOwnName(), new HardToGuess());

  @Override
  public List<PasswordPolicyRule> getRules() {
    return RULES;
  }

  /** The names by which the person is known, in lower case; each of four characters at least. */
  private static List<String> namesOf(User user) {
    if (user == null) {
      return List.of();
    }
    return Stream.of(
            user.getId(),
            user.getFirstName(),
            user.getLastName(),
            user.getEmail(),
            mailbox(user.getEmail()))
        .filter(name -> name != null && name.length() >= 4)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String mailbox(String address) {
    return address == null || !address.contains("@")
        ? null
        : address.substring(0, address.indexOf('@'));
  }

  private static class LongEnough implements PasswordPolicyRule {

    @Override
    public String getPlaceholder() {
      return "PASSWORD_POLICY_LENGTH";
    }

    @Override
    public Map<String, String> getParameters() {
      return Map.of("minLength", String.valueOf(SHORTEST));
    }

    @Override
    public boolean execute(String password) {
      return password.codePointCount(0, password.length()) >= SHORTEST;
    }
  }

  private static class WithoutOwnName implements PasswordPolicyRule {

    @Override
    public String getPlaceholder() {
      return "PASSWORD_POLICY_USER_DATA";
    }

    @Override
    public Map<String, String> getParameters() {
      return Map.of();
    }

    @Override
    public boolean execute(String password) {
      return true;
    }

    @Override
    public boolean execute(String password, User user) {
      String folded = password.toLowerCase(Locale.ROOT);
      return namesOf(user).stream().noneMatch(folded::contains);
    }
  }

  /**
   * Known passwords, words, names, dates, keyboard rows and repetitions count as guessed; what is
   * left must withstand a hundred million guesses.
   */
  private static class HardToGuess implements PasswordPolicyRule {

    /** Estimated without a limit, a long text would take seconds. */
    private static final int LOOKED_AT = 64;

    private static final int SAFE = 3;

    /** Words that anyone who knows this desk would try. */
    private static final List<String> WORDS_OF_THE_DESK =
        List.of("baton", "camunda", "incident", "servicedesk", "service-desk", "helpdesk");

    private static final Zxcvbn ESTIMATE = new Zxcvbn();

    @Override
    public String getPlaceholder() {
      return "PASSWORD_POLICY_GUESSABLE";
    }

    @Override
    public Map<String, String> getParameters() {
      return Map.of();
    }

    @Override
    public boolean execute(String password) {
      return execute(password, null);
    }

    @Override
    public boolean execute(String password, User user) {
      String start = password.substring(0, Math.min(password.length(), LOOKED_AT));
      List<String> words =
          Stream.concat(WORDS_OF_THE_DESK.stream(), namesOf(user).stream()).toList();
      return ESTIMATE.measure(start, words).getScore() >= SAFE;
    }
  }
}
