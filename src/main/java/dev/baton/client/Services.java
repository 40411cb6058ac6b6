package dev.baton.client;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All services of all clients. */
interface Services extends Repository<ClientService, Long> {

  @Query(
      """
      select s from ClientService s
      where s.clientId = :clientId and (s.code = :codeOrName or s.name = :codeOrName)
      """)
  List<ClientService> named(long clientId, String codeOrName);

  Optional<ClientService> findByClientIdAndCode(long clientId, String code);

  List<ClientService> findByClientIdOrderByName(long clientId);

  ClientService save(ClientService service);
}
