package dev.baton.client;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
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

  @Query(
      """
      select new dev.baton.client.ServiceName(s.code, min(s.name)) from ClientService s
      where s.code like :pattern or s.name like :pattern
      group by s.code order by min(s.name), s.code
      """)
  List<ServiceName> namesLike(String pattern, Limit most);

  @Query(
      """
      select new dev.baton.client.ServiceName(s.code, min(s.name)) from ClientService s
      where s.code = :codeOrName or s.name = :codeOrName
      group by s.code order by s.code
      """)
  List<ServiceName> namesOf(String codeOrName);

  @Query(
      """
      select new dev.baton.client.ServiceName(s.code, min(s.name)) from ClientService s
      where s.code in :codes group by s.code
      """)
  List<ServiceName> namesOf(Collection<String> codes);

  ClientService save(ClientService service);
}
