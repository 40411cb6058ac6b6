package dev.baton.staff.process;

import static java.util.stream.Collectors.toCollection;

import dev.baton.database.DatabaseMode;
import dev.baton.engine.TrustedEngineAccess;
import dev.baton.staff.Role;
import dev.baton.staff.SignIns;
import dev.baton.staff.TeamView;
import dev.baton.staff.UserAccounts;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine's users and groups. Administrators also join the engine's own group of them. The
 * engine's rules for passwords hold on a server alone: the embedded desk is for trying out. People
 * are kept with the engine's trust: who registers requesters needs no right in its Admin.
 */
@Component
class EngineSignIns implements UserAccounts {

  private static final int MOST_DRAWN = 100;

  /** 188 bits. */
  private static final int DRAWN_LETTERS = 40;

  private final IdentityService identities;
  private final TrustedEngineAccess trust;
  private final boolean hasRules;

  EngineSignIns(ProcessEngine engine, TrustedEngineAccess trust, DatabaseMode mode) {
    this.identities = engine.getIdentityService();
    this.trust = trust;
    this.hasRules = mode == DatabaseMode.SERVER;
    engine.getProcessEngineConfiguration().setEnablePasswordPolicy(hasRules);
  }

  @Override
  public void keepGroup(String id, String name) {
    keepGroup(id, name, Groups.GROUP_TYPE_WORKFLOW);
  }

  void keepGroup(String id, String name, String type) {
    Group stored = identities.createGroupQuery().groupId(id).singleResult();
    if (stored != null && name.equals(stored.getName()) && type.equals(stored.getType())) {
      return;
    }
    Group group = stored == null ? identities.newGroup(id) : stored;
    group.setName(name);
    group.setType(type);
    identities.saveGroup(group);
  }

  @Override
  public void keepPerson(
      String login, String name, String email, Set<String> groups, String password) {
    if (groups.contains(SignIns.REQUESTERS)) {
      refuseWhoIsNoRequester(login);
    }
    keepUser(login, name, email, password);
    inTrust(() -> keepMemberships(login, groups));
  }

  /** Somebody may have made a user by hand in the engine's Admin: nobody else takes it over. */
  private void refuseWhoIsNoRequester(String login) {
    long users = trust.trusted(() -> identities.createUserQuery().userId(login).count());
    long requesters =
        trust.trusted(
            () ->
                identities
                    .createUserQuery()
                    .userId(login)
                    .memberOfGroup(SignIns.REQUESTERS)
                    .count());
    if (users > requesters) {
      throw new InvalidInput("login", LocalizableText.of("refused.signIn.taken", login));
    }
  }

  private void keepUser(String login, String name, String email, String password) {
    User stored = trust.trusted(() -> identities.createUserQuery().userId(login).singleResult());
    User user = stored == null ? trust.trusted(() -> identities.newUser(login)) : stored;
    int lastSpace = name.lastIndexOf(' ');
    String firstName = lastSpace < 0 ? "" : name.substring(0, lastSpace);
    String lastName = name.substring(lastSpace + 1);
    boolean isUpToDate =
        stored != null
            && password == null
            && firstName.equals(Objects.toString(user.getFirstName(), ""))
            && lastName.equals(user.getLastName())
            && Objects.equals(email, user.getEmail());
    if (isUpToDate) {
      return;
    }
    user.setFirstName(firstName);
    user.setLastName(lastName);
    user.setEmail(email);
    if (password == null && stored == null) {
      user.setPassword(unguessable(user));
    } else if (password != null) {
      if (hasRules && !identities.checkPasswordAgainstPolicy(password, user).isValid()) {
        throw new InvalidInput("password", LocalizableText.of("refused.signIn.weak"));
      }
      user.setPassword(password);
    }
    inTrust(() -> identities.saveUser(user));
  }

  /**
   * The engine fails on a sign-in without a stored password, so one that nobody knows is set. It
   * refuses one with the person's name in it, which chance may bring about.
   */
  private static String unguessable(User user) {
    String password = drawn();
    for (int i = 0; i < MOST_DRAWN && hasNameIn(password, user); i++) {
      password = drawn();
    }
    return password;
  }

  /**
   * Letters alone: the engine's rules try every digit and sign as the letter it resembles, which
   * takes ten times as long.
   */
  private static String drawn() {
    return new SecureRandom()
        .ints(DRAWN_LETTERS, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean hasNameIn(String password, User user) {
    return names(user).anyMatch(password.toLowerCase(Locale.ROOT)::contains);
  }

  private static Stream<String> names(User user) {
    return Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())
        .filter(name -> name != null && !name.isBlank())
        .map(name -> name.toLowerCase(Locale.ROOT));
  }

  private void keepMemberships(String login, Set<String> groups) {
    Set<String> wanted = new TreeSet<>(groups);
    if (groups.contains(Role.ADMIN.group())) {
      wanted.add(Groups.CAMUNDA_ADMIN);
    }
    Set<String> present =
        identities.createGroupQuery().groupMember(login).list().stream()
            .map(Group::getId)
            .collect(toCollection(TreeSet::new));
    present.stream()
        .filter(group -> isOurs(group) && !wanted.contains(group))
        .forEach(group -> identities.deleteMembership(login, group));
    wanted.stream()
        .filter(group -> !present.contains(group))
        .forEach(group -> identities.createMembership(login, group));
  }

  /** Groups that somebody made by hand in the engine's Admin are left alone. */
  private static boolean isOurs(String group) {
    return group.equals(Groups.CAMUNDA_ADMIN)
        || group.equals(SignIns.REQUESTERS)
        || group.startsWith(TeamView.groupOf(""))
        || Arrays.stream(Role.values()).anyMatch(role -> role.group().equals(group));
  }

  @Override
  public void removePerson(String login) {
    inTrust(() -> identities.deleteUser(login));
  }

  private void inTrust(Runnable work) {
    trust.trusted(
        () -> {
          work.run();
          return null;
        });
  }
}
