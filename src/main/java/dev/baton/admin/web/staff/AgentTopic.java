package dev.baton.admin.web.staff;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsReading;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsRows;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.staff.AgentView;
import dev.baton.staff.RegisterAgent;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.web.text.LocalizableText;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who work at the desk. */
@Component
@Order(20)
class AgentTopic implements SettingsTopic {

  private static final String INVITE = "invite";

  private final StaffDirectory staff;
  private final RegisterAgent register;
  private final AgentInvitations invitations;
  private final PageRenderer pages;

  AgentTopic(
      StaffDirectory staff,
      RegisterAgent register,
      AgentInvitations invitations,
      PageRenderer pages) {
    this.staff = staff;
    this.register = register;
    this.invitations = invitations;
    this.pages = pages;
  }

  @Override
  public String name() {
    return "agents";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.STAFF;
  }

  @Override
  public Permission permission() {
    return Permission.ADMINISTER;
  }

  @Override
  public List<SettingsField> fields() {
    return List.of(
        SettingsField.text("login", 64).needed().once(),
        SettingsField.text("name", 200).needed(),
        SettingsField.text("email", 254),
        SettingsField.choices("roles", SettingsField.options("people.role", Role.values())),
        SettingsField.choices(
            "teams",
            staff.teams().stream()
                .map(team -> SettingsField.Option.named(team.code(), team.name()))
                .toList()),
        SettingsField.text("zone", 64).needed().suggesting("zones"),
        SettingsField.choice("language", SettingsReading.LANGUAGES).needed(),
        SettingsField.lines("skills", 40),
        SettingsField.yesOrNo("active"),
        SettingsField.yesOrNo(INVITE).once(),
        SettingsField.secret("password", 200));
  }

  @Override
  public List<String> columns() {
    return List.of("name", "login", "email", "roles", "teams");
  }

  @Override
  public String idOf(SettingsValues values) {
    return values.text("login");
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    Map<String, String> teams =
        staff.teams().stream().collect(Collectors.toMap(TeamView::code, TeamView::name));
    List<SettingsRow> all =
        staff.agents().stream()
            .filter(agent -> of == null || agent.teams().contains(of))
            .map(agent -> row(agent, teams, visitor.locale()))
            .toList();
    return SettingsRows.page(all, search, page);
  }

  private SettingsRow row(AgentView agent, Map<String, String> teams, Locale locale) {
    return new SettingsRow(
        agent.login(),
        Arrays.asList(
            agent.name(),
            agent.login(),
            agent.email(),
            agent.roles().stream()
                .sorted()
                .map(role -> pages.name("people.role", role, locale))
                .collect(Collectors.joining(", ")),
            agent.teams().stream().map(teams::get).sorted().collect(Collectors.joining(", "))),
        !agent.active());
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    return staff.agent(id).filter(agent -> agent.login().equals(id)).map(AgentTopic::values);
  }

  private static SettingsValues values(AgentView agent) {
    return new SettingsValues()
        .with("login", agent.login())
        .with("name", agent.name())
        .with("email", agent.email())
        .withAll("roles", new TreeSet<>(agent.roles()))
        .withAll("teams", new TreeSet<>(agent.teams()))
        .with("zone", agent.zone().getId())
        .with("language", agent.language().toLanguageTag())
        .withAll("skills", new TreeSet<>(agent.skills()))
        .with("active", agent.active());
  }

  @Override
  public SettingsValues initial(String of) {
    return new SettingsValues()
        .withAll("roles", List.of(Role.AGENT))
        .withAll("teams", of == null ? List.of() : List.of(of))
        .with("language", "en")
        .with("active", true)
        .with("invite", true);
  }

  @Override
  @Transactional
  public String save(SettingsValues values) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    values.all("roles").forEach(role -> roles.add(Role.valueOf(role)));
    Optional<AgentView> before = staff.agent(values.text("login"));
    register.register(
        new AgentView(
            values.text("login"),
            values.text("name"),
            values.text("email"),
            SettingsReading.zone(values, "zone"),
            SettingsReading.language(values, "language"),
            roles,
            Set.copyOf(values.all("teams")),
            values.isOn("active"),
            Set.copyOf(values.all("skills")),
            before.map(AgentView::languages).orElse(Set.of())),
        values.text("password"));
    if (before.isEmpty() && values.isOn(INVITE)) {
      invitations.invite(values.text("login"));
    }
    return null;
  }

  @Override
  public List<String> acts(String id) {
    return staff
        .agent(id)
        .filter(agent -> agent.active() && agent.email() != null)
        .map(agent -> List.of(INVITE))
        .orElse(List.of());
  }

  @Override
  public void act(String id, String act) {
    invitations.invite(id);
  }

  @Override
  public Optional<LocalizableText> note(String id) {
    return invitations.state(id);
  }

  @Override
  public String subject(String id) {
    return id;
  }
}
