package dev.baton.client;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All clients. */
interface Clients extends Repository<Client, Long> {

  @Query("select c from Client c where c.code = :codeOrName or c.name = :codeOrName")
  List<Client> named(String codeOrName);

  Optional<Client> findByCode(String code);

  Optional<Client> findById(long id);

  List<Client> findByIdIn(Collection<Long> ids);

  boolean existsById(long id);

  List<Client> findAllByOrderByName();

  Client save(Client client);

  long count();
}
