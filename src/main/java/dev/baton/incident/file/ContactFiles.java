package dev.baton.incident.file;

import dev.baton.database.Batches;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Visibility;
import dev.baton.web.validation.TextInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files that came with contacts: kept as they are, never opened, handed out as downloads. */
@Service
@Transactional(readOnly = true)
public class ContactFiles {

  private static final String SELECT =
      """
      select f.id, f.contact_id, i.number, c.visibility, f.name, f.type, f.size, f.sha256,
        f.withheld, f.at
      from contact_file f join contact c on c.id = f.contact_id
      left join incident i on i.id = c.incident_id
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  ContactFiles(JdbcTemplate jdbc, Clock clock) {
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
    jdbc.update(
        "insert into contact_file (contact_id, name, type, size, sha256, withheld, at, content)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        contactId,
        TextInput.shortened(file.name(), 255),
        TextInput.shortened(file.type(), 200),
        file.size(),
        file.sha256(),
        file.withheld() == null ? null : TextInput.shortened(file.withheld(), 200),
        clock.instant(),
        file.content());
  }

  /** Of all contacts on the incident, oldest first, page by page. */
  public Page<ContactFile> of(IncidentNumber number, boolean forClient, Pageable page) {
    String where = " where i.number = ?" + (forClient ? " and c.visibility = 'CLIENT'" : "");
    Long total =
        jdbc.queryForObject(
            "select count(*) from contact_file f join contact c on c.id = f.contact_id"
                + " join incident i on i.id = c.incident_id"
                + where,
            Long.class,
            number.value());
    return new PageImpl<>(
        jdbc.query(
            SELECT + where + " order by f.id limit ? offset ?",
            ContactFiles::file,
            number.value(),
            page.getPageSize(),
            page.getOffset()),
        page,
        total == null ? 0 : total);
  }

  /** Of these contacts, by contact, oldest first; a contact without any is left out. */
  public Map<Long, List<ContactFile>> ofContacts(Collection<Long> contacts) {
    List<ContactFile> found = new ArrayList<>();
    for (List<Long> some : Batches.of(contacts)) {
      found.addAll(
          jdbc.query(
              SELECT + " where f.contact_id in (%s) order by f.id".formatted(Batches.places(some)),
              ContactFiles::file,
              some.toArray()));
    }
    return found.stream().collect(Collectors.groupingBy(ContactFile::contact));
  }

  /** Of one contact. */
  public List<ContactFile> ofContact(long contactId) {
    return jdbc.query(
        SELECT + " where f.contact_id = ? order by f.id", ContactFiles::file, contactId);
  }

  public Optional<ContactFile> find(long id) {
    return jdbc.query(SELECT + " where f.id = ?", ContactFiles::file, id).stream().findFirst();
  }

  /** What is in it; empty if it is withheld. */
  public Optional<byte[]> content(long id) {
    return jdbc
        .query(
            "select content from contact_file where id = ? and withheld is null",
            (row, at) -> row.getBytes(1),
            id)
        .stream()
        .filter(content -> content != null)
        .findFirst();
  }

  private static ContactFile file(ResultSet row, int at) throws SQLException {
    return new ContactFile(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        Visibility.valueOf(row.getString(4)),
        row.getString(5),
        row.getString(6),
        row.getLong(7),
        row.getString(8),
        row.getString(9),
        row.getObject(10, Instant.class));
  }
}
