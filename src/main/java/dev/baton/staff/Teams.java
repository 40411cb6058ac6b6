package dev.baton.staff;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All teams. */
interface Teams extends Repository<Team, Long> {

  @Query("select t from Team t where t.code = :codeOrName or t.name = :codeOrName")
  List<Team> named(String codeOrName);

  Optional<Team> findByCode(String code);

  List<Team> findByCodeIn(Collection<String> codes);

  List<Team> findAllByOrderByName();

  Team save(Team team);
}
