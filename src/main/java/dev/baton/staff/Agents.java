package dev.baton.staff;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All agents. */
interface Agents extends Repository<Agent, Long> {

  @EntityGraph(attributePaths = {"roles", "teams", "skills", "languages"})
  Optional<Agent> findByLogin(String login);

  @EntityGraph(attributePaths = {"roles", "teams", "skills", "languages"})
  List<Agent> findAllByOrderByName();

  @Query("select count(a) > 0 from Agent a join a.roles r where r = :role and a.active = true")
  boolean existsActiveWith(Role role);

  @Query("select count(a) > 0 from Agent a where lower(a.email) = lower(:email)")
  boolean existsWithAddress(String email);

  Agent saveAndFlush(Agent agent);
}
