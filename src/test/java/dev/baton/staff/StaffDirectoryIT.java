package dev.baton.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.baton.support.BatonTest;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@BatonTest
class StaffDirectoryIT {

  private static final String PASSWORD = "Correct-h0rse";

  @Autowired StaffDirectory directory;
  @Autowired SignIns signIns;
  @Autowired IdentityService identities;
  @Autowired TransactionTemplate transaction;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aTeamIsFoundByCodeAndByNameAndIsAGroupOfTheEngine() {
    TeamView team = directory.register(new TeamView("net-" + mark, "Netz " + mark));

    assertThat(directory.team("NET-" + mark)).contains(team);
    assertThat(directory.team(" netz " + mark)).contains(team);
    assertThat(directory.team(null)).isEmpty();
    assertThat(directory.teams()).contains(team);
    assertThat(group(team.group()).getType()).isEqualTo("WORKFLOW");
  }

  @Test
  void renamingATeamIsSeenAtOnce() {
    directory.register(new TeamView("net-" + mark, "Netz " + mark));
    assertThat(directory.team("net-" + mark)).isPresent();

    TeamView renamed = directory.register(new TeamView("net-" + mark, "Netzwerk " + mark));

    assertThat(directory.team("net-" + mark)).contains(renamed);
    assertThat(group(renamed.group()).getName()).isEqualTo("Netzwerk " + mark);
  }

  @Test
  void anAgentBecomesAUserOfTheEngineInTheGroupsOfRolesAndTeams() {
    directory.register(new TeamView("net-" + mark, "Netz " + mark));
    AgentView agent =
        directory.register(
            agent(Set.of(Role.AGENT, Role.TRAINER), Set.of("net-" + mark)), PASSWORD);

    assertThat(directory.agent(agent.login())).contains(agent);
    assertThat(directory.agents()).contains(agent);
    assertThat(groupsOf(agent)).containsOnly("agent", "trainer", "team-net-" + mark);
    assertThat(identities.checkPassword(agent.login(), PASSWORD)).isTrue();
  }

  @Test
  void registeringAgainMovesTheAgentAndKeepsThePassword() {
    directory.register(new TeamView("net-" + mark, "Netz " + mark));
    AgentView agent =
        directory.register(agent(Set.of(Role.AGENT), Set.of("net-" + mark)), PASSWORD);

    directory.register(agent(Set.of(Role.ADMIN), Set.of()), null);

    assertThat(groupsOf(agent)).containsOnly("admin", "camunda-admin");
    assertThat(identities.checkPassword(agent.login(), PASSWORD)).isTrue();
    assertThat(directory.hasActive(Role.ADMIN)).isTrue();

    directory.register(agent(Set.of(Role.AGENT), Set.of()), null);

    assertThat(groupsOf(agent)).containsOnly("agent");
  }

  @Test
  void registeringTwiceChangesNothingInTheEngineAndARoleTakenAwayLeavesItsGroup() {
    directory.register(new TeamView("net-" + mark, "Netz " + mark));
    AgentView agent =
        directory.register(
            agent(Set.of(Role.AGENT, Role.TEAM_LEAD), Set.of("net-" + mark)), PASSWORD);
    User before = user(agent);
    List<String> groups = groupsOf(agent);

    directory.register(new TeamView("net-" + mark, "Netz " + mark));
    AgentView again =
        directory.register(agent(Set.of(Role.AGENT, Role.TEAM_LEAD), Set.of("net-" + mark)), null);

    assertThat(again).isEqualTo(agent);
    assertThat(user(agent)).usingRecursiveComparison().isEqualTo(before);
    assertThat(groupsOf(agent)).containsExactlyInAnyOrderElementsOf(groups);

    directory.register(agent(Set.of(Role.AGENT), Set.of("net-" + mark)), null);

    assertThat(groupsOf(agent)).containsOnly("agent", "team-net-" + mark);
  }

  private User user(AgentView agent) {
    return identities.createUserQuery().userId(agent.login()).singleResult();
  }

  @Test
  void anAgentWithoutAPasswordCannotSignIn() {
    AgentView agent = directory.register(agent(Set.of(Role.AGENT), Set.of()), null);

    assertThat(identities.checkPassword(agent.login(), "")).isFalse();
    assertThat(identities.checkPassword(agent.login(), PASSWORD)).isFalse();
  }

  @Test
  void whoIsNoLongerActiveCannotSignIn() {
    AgentView agent = directory.register(agent(Set.of(Role.AGENT), Set.of()), PASSWORD);

    directory.register(
        new AgentView(
            agent.login(),
            agent.name(),
            agent.email(),
            agent.zone(),
            agent.language(),
            agent.roles(),
            agent.teams(),
            false),
        null);

    assertThat(directory.agent(agent.login()).orElseThrow().active()).isFalse();
    assertThat(identities.checkPassword(agent.login(), PASSWORD)).isFalse();
  }

  @Test
  void whatWasRolledBackIsNotRemembered() {
    transaction.executeWithoutResult(
        status -> {
          directory.register(new TeamView("gone-" + mark, "Gone " + mark));
          assertThat(directory.team("gone-" + mark)).isPresent();
          status.setRollbackOnly();
        });

    assertThat(directory.team("gone-" + mark)).isEmpty();
    assertThat(group("team-gone-" + mark)).isNull();
  }

  @Test
  void whatCannotBeAcceptedIsRefusedWithTheField() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> directory.register(new TeamView("No Code", "Name")))
        .withMessageContaining("code of the team");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> directory.register(agent(Set.of(), Set.of("nowhere-" + mark)), null))
        .withMessageContaining("nowhere-" + mark);
    directory.register(agent(Set.of(Role.AGENT), Set.of()), null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signIns.allowRequester("ada-" + mark, "Ada", null, PASSWORD))
        .withMessageContaining("agent");
  }

  @Test
  void aWeakPasswordIsRefusedWithTheRules() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> directory.register(agent(Set.of(Role.AGENT), Set.of()), "baton"))
        .withMessageContaining("at least 12 characters");
  }

  @Test
  void aRequesterMaySignInAndIsInNoOtherGroup() {
    signIns.allowRequester("req-" + mark, "Jane Doe", "jane@example.com", PASSWORD);

    assertThat(identities.checkPassword("req-" + mark, PASSWORD)).isTrue();
    assertThat(identities.createGroupQuery().groupMember("req-" + mark).list())
        .extracting(Group::getId)
        .containsExactly("requester");
  }

  @Test
  void aUserMadeByHandInTheEngineIsNotTakenOverForARequester() {
    User made = identities.newUser("hand-" + mark);
    made.setLastName("Made");
    made.setPassword("Else-wh3re-9!");
    identities.saveUser(made);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> signIns.allowRequester("hand-" + mark, "Eve", null, PASSWORD))
        .withMessageContaining("username");
    assertThat(identities.checkPassword("hand-" + mark, "Else-wh3re-9!")).isTrue();
  }

  private AgentView agent(Set<Role> roles, Set<String> teams) {
    return new AgentView(
        "ada-" + mark,
        "Ada Lovelace",
        "ada@example.com",
        ZoneId.of("Europe/London"),
        Locale.ENGLISH,
        roles,
        teams,
        true);
  }

  private List<String> groupsOf(AgentView agent) {
    return identities.createGroupQuery().groupMember(agent.login()).list().stream()
        .map(Group::getId)
        .toList();
  }

  private Group group(String id) {
    return identities.createGroupQuery().groupId(id).singleResult();
  }
}
