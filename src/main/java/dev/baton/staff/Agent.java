package dev.baton.staff;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** An agent as it is stored. */
@Entity
class Agent {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String login;
  private String name;
  private String email;
  private String zone;
  private String language;
  private boolean active;

  @ElementCollection
  @CollectionTable(name = "agent_role", joinColumns = @JoinColumn(name = "agent_id"))
  @Column(name = "role")
  @Enumerated(EnumType.STRING)
  private Set<Role> roles = new HashSet<>();

  @ManyToMany
  @JoinTable(
      name = "agent_team",
      joinColumns = @JoinColumn(name = "agent_id"),
      inverseJoinColumns = @JoinColumn(name = "team_id"))
  private Set<Team> teams = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "agent_skill", joinColumns = @JoinColumn(name = "agent_id"))
  @Column(name = "skill")
  private Set<String> skills = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "agent_language", joinColumns = @JoinColumn(name = "agent_id"))
  @Column(name = "language")
  private Set<String> languages = new HashSet<>();

  protected Agent() {}

  Agent(String login) {
    this.login = login;
  }

  void bringUpToDate(AgentView view, Collection<Team> newTeams) {
    this.name = view.name().strip();
    this.email = view.email();
    this.zone = view.zone().getId();
    this.language = view.language().toLanguageTag();
    this.active = view.active();
    keep(roles, view.roles());
    keep(teams, newTeams);
    keep(skills, view.skills());
    keep(
        languages,
        view.languages().stream().map(Locale::toLanguageTag).collect(toUnmodifiableSet()));
  }

  private static <T> void keep(Set<T> stored, Collection<T> wanted) {
    stored.retainAll(wanted);
    stored.addAll(wanted);
  }

  AgentView view() {
    return new AgentView(
        login,
        name,
        email,
        ZoneId.of(zone),
        Locale.forLanguageTag(language),
        Set.copyOf(roles),
        teams.stream().map(Team::code).collect(toUnmodifiableSet()),
        active,
        Set.copyOf(skills),
        languages.stream().map(Locale::forLanguageTag).collect(toUnmodifiableSet()));
  }
}
