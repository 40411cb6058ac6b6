package dev.baton.client;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All requesters of all clients. */
interface Requesters extends Repository<Requester, Long> {

  Optional<Requester> findById(long id);

  Optional<Requester> findByClientIdAndEmail(long clientId, String email);

  List<Requester> findByClientIdAndNameNotNullOrderByName(long clientId, Limit most);

  /** Somebody of whom only a name and a phone number is known. */
  @Query(
      """
      select r from Requester r where r.clientId = :clientId and r.email is null
        and lower(r.name) = lower(:name) and r.phoneDigits = :digits order by r.id
      """)
  List<Requester> withoutAddress(long clientId, String name, String digits, Limit most);

  List<Requester> findByEmailOrderById(String email);

  List<Requester> findByClientIdAndNameOrderById(long clientId, String name, Limit most);

  Optional<Requester> findByLogin(String login);

  Requester save(Requester requester);

  /** Those with an address, by name. */
  @Query(
      """
      select r from Requester r where r.email is not null
        and (:clientId is null or r.clientId = :clientId)
        and (:pattern is null or r.name like :pattern or r.email like :pattern
          or r.phone like :pattern or r.login like :pattern)
      order by r.name, r.id
      """)
  Page<Requester> list(String pattern, Long clientId, Pageable page);

  /**
   * Those whose name, part of a name, address or phone number begins so; a client's own first. A
   * phone number may be stored with or without the code of its country.
   *
   * @param digits as {@link PhoneDigits} has them; empty if the text is not a phone number
   */
  @Query(
      """
      select r from Requester r where lower(r.name) like concat(lower(:text), '%')
        or lower(r.name) like concat('% ', lower(:text), '%')
        or r.email like concat(lower(:text), '%')
        or r.phone like concat('%', :text, '%')
        or (:digits <> '' and (r.phoneDigits like concat('%', :digits, '%')
          or (length(r.phoneDigits) >= 6 and :digits like concat('%', r.phoneDigits))))
      order by case when r.clientId = :clientId then 0 else 1 end, r.name, r.id
      """)
  List<Requester> beginningWith(String text, String digits, long clientId, Limit most);

  /**
   * Adds the person unless the address is known at the client. One that another transaction is
   * adding at this moment is waited for and counts as known: the caller reads it afterwards.
   */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into requester (client_id, name, email, phone, vip)
          values (:clientId, :name, :email, :phone, false)
          on duplicate key update id = id
          """)
  void addUnlessKnown(long clientId, String name, String email, String phone);
}
