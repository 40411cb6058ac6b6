package dev.baton.client;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
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

  /** By the names of their clients and their own. */
  @Query(
      """
      select s from ClientService s join Client c on c.id = s.clientId
      where (:clientId is null or s.clientId = :clientId)
        and (:pattern is null or s.name like :pattern or s.code like :pattern
          or c.name like :pattern)
      order by c.name, s.name, s.id
      """)
  Page<ClientService> list(String pattern, Long clientId, Pageable page);

  @Query("select count(distinct s.clientId) from ClientService s")
  long countClients();

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
