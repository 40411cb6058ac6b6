package dev.baton.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/**
 * Checks names and passwords against the engine's users, and changes passwords by its rules. It
 * does not count failed attempts: the engine's own count would let a stranger lock anyone out for
 * good.
 */
@Component
public class EngineSignIn {

  private final IdentityService identityService;
  private final ProcessEngineConfigurationImpl engine;
  private final TrustedEngineAccess trust;
  private final String nobodysPassword;

  EngineSignIn(
      IdentityService identityService,
      ProcessEngineConfigurationImpl engine,
      TrustedEngineAccess trust) {
    this.identityService = identityService;
    this.engine = engine;
    this.trust = trust;
    this.nobodysPassword =
        engine.getPasswordManager().encrypt(EncryptionUtil.saltPassword("nobody", "salt"));
  }

  /** An authenticated person and their groups. */
  public record SignedIn(String login, List<String> groups) {}

  /**
   * A person who may sign in.
   *
   * @param name the display name
   * @param email or null
   * @param credentials a mark that changes whenever the password does, and reveals nothing about it
   */
  public record Known(
      String login, String name, String email, List<String> groups, String credentials) {

    public SignedIn signedIn() {
      return new SignedIn(login, groups);
    }
  }

  /** The person with exactly this sign-in name. */
  public Optional<Known> find(String login) {
    return user(login).map(this::known);
  }

  /** Empty if name and password do not match; takes the same time for an unknown name. */
  public Optional<SignedIn> check(String login, String password) {
    if (login == null || login.isBlank() || password == null || password.isEmpty()) {
      return Optional.empty();
    }
    Optional<UserEntity> user = user(login).filter(it -> it.getPassword() != null);
    boolean isRight =
        engine
            .getPasswordManager()
            .check(
                EncryptionUtil.saltPassword(
                    password, user.map(UserEntity::getSalt).orElse("nobody")),
                user.map(UserEntity::getPassword).orElse(nobodysPassword));
    return user.filter(it -> isRight).map(it -> new SignedIn(it.getId(), groupsOf(it.getId())));
  }

  /** Whether the person's password is stored with an outdated hash. */
  public boolean isStoredInAnOldWay(String login) {
    return user(login)
        .map(UserEntity::getPassword)
        .filter(BcryptPasswordHash::isOutdated)
        .isPresent();
  }

  /**
   * Returns the rules for a new password, as {@link PasswordRule}; empty if anything is accepted.
   */
  public List<PasswordRule> passwordRules() {
    return hasRules()
        ? engine.getPasswordPolicy().getRules().stream().map(PasswordRule::of).toList()
        : List.of();
  }

  /** Returns the rules that the password would break for this person; empty if it is acceptable. */
  public List<PasswordRule> brokenRules(String login, String password) {
    if (!hasRules()) {
      return List.of();
    }
    User user = user(login).orElseThrow();
    return trusted(() -> identityService.checkPasswordAgainstPolicy(password, user))
        .getViolatedRules()
        .stream()
        .map(PasswordRule::of)
        .toList();
  }

  /** Sets the password; the caller must have checked {@link #brokenRules} before. */
  public void changePassword(String login, String password) {
    UserEntity user = user(login).orElseThrow();
    user.setPassword(password);
    trusted(
        () -> {
          identityService.saveUser(user);
          return null;
        });
  }

  private boolean hasRules() {
    return engine.isEnablePasswordPolicy();
  }

  private Optional<UserEntity> user(String login) {
    return Optional.ofNullable(login)
        .filter(it -> !it.isBlank())
        .map(it -> trusted(() -> identityService.createUserQuery().userId(it).singleResult()))
        // The database ignores trailing spaces in a name.
        .filter(user -> user.getId().equals(login))
        .map(UserEntity.class::cast);
  }

  private Known known(UserEntity user) {
    String name =
        Stream.of(user.getFirstName(), user.getLastName())
            .filter(part -> part != null && !part.isBlank())
            .reduce((first, last) -> first + " " + last)
            .orElse(user.getId());
    return new Known(
        user.getId(),
        name,
        user.getEmail(),
        groupsOf(user.getId()),
        mark(user.getSalt() + ":" + Objects.toString(user.getPassword())));
  }

  private List<String> groupsOf(String login) {
    return trusted(
        () ->
            identityService.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .toList());
  }

  private <T> T trusted(Supplier<T> work) {
    return TrustedEngineAccess.withoutPerson(identityService, () -> trust.trusted(work));
  }

  private static String mark(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256.", e);
    }
  }
}
