package dev.baton.incident.file;

import dev.baton.database.Batches;
import dev.baton.incident.IncidentNumber;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files that came with contacts: kept as they are, never opened, handed out as downloads. */
@Service
@Transactional(readOnly = true)
public class ContactFiles {

  private static final String SELECT =
      """
      select f.id, f.contact_id contact, i.number incident, c.visibility, f.name, f.type, f.size,
        f.sha256, f.withheld, f.at
      from contact_file f join contact c on c.id = f.contact_id
      left join incident i on i.id = c.incident_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ContactFiles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A file to be kept.
   *
   * @param withheld why it is never handed out; null if it is
   * @param content null if it is not kept here
   */
  public record NewFile(
      String name, String type, long size, String sha256, String withheld, byte[] content) {}

  @Transactional
  public void keep(long contactId, NewFile file) {
    jdbc.sql(
            "insert into contact_file (contact_id, name, type, size, sha256, withheld, at, content)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            contactId,
            TextInput.shortened(file.name(), 255),
            TextInput.shortened(file.type(), 200),
            file.size(),
            file.sha256(),
            file.withheld() == null ? null : TextInput.shortened(file.withheld(), 200),
            clock.instant(),
            file.content())
        .update();
  }

  /** Of all contacts on the incident, oldest first, page by page. */
  public Page<ContactFile> of(IncidentNumber number, boolean forClient, Pageable page) {
    String where = " where i.number = ?" + (forClient ? " and c.visibility = 'CLIENT'" : "");
    long total =
        jdbc.sql(
                "select count(*) from contact_file f join contact c on c.id = f.contact_id"
                    + " join incident i on i.id = c.incident_id"
                    + where)
            .param(number.value())
            .query(Long.class)
            .single();
    List<ContactFile> files =
        jdbc.sql(SELECT + where + " order by f.id limit ? offset ?")
            .params(number.value(), page.getPageSize(), page.getOffset())
            .query(ContactFile.class)
            .list();
    return new PageImpl<>(files, page, total);
  }

  /** Of these contacts, by contact, oldest first; a contact without any is left out. */
  public Map<Long, List<ContactFile>> ofContacts(Collection<Long> contacts) {
    return Batches.of(contacts).stream()
        .flatMap(some -> ofSome(some).stream())
        .collect(Collectors.groupingBy(ContactFile::contact));
  }

  /** Of one contact. */
  public List<ContactFile> ofContact(long contactId) {
    return ofSome(List.of(contactId));
  }

  private List<ContactFile> ofSome(List<Long> contacts) {
    return jdbc.sql(SELECT + " where f.contact_id in (:contacts) order by f.id")
        .param("contacts", contacts)
        .query(ContactFile.class)
        .list();
  }

  public Optional<ContactFile> find(long id) {
    return jdbc.sql(SELECT + " where f.id = ?").param(id).query(ContactFile.class).optional();
  }

  /** What is in it; empty if it is withheld. */
  public Optional<byte[]> content(long id) {
    return jdbc.sql("select content from contact_file where id = ? and withheld is null")
        .param(id)
        .query(byte[].class)
        .optional();
  }
}
