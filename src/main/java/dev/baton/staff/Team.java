package dev.baton.staff;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A team as it is stored. */
@Entity
class Team {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String code;
  private String name;
  private String hours;

  protected Team() {}

  Team(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  void bringUpToDate(TeamView view) {
    this.name = view.name().strip();
    this.hours = view.hours();
  }

  TeamView view() {
    return new TeamView(code, name, hours);
  }
}
