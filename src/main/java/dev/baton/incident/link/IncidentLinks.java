package dev.baton.incident.link;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Parents and children among the incidents of a client, and the end of a duplicate. An incident has
 * at most one parent, and is never its own ancestor.
 */
@Service
@Transactional
public class IncidentLinks {

  /** How far up a chain of parents may reach. */
  static final int DEEPEST = 10;

  private final Incidents incidents;
  private final Journal journal;
  private final JdbcClient database;

  IncidentLinks(Incidents incidents, Journal journal, JdbcClient database) {
    this.incidents = incidents;
    this.journal = journal;
    this.database = database;
  }

  /**
   * Makes it a child of the other; repeating that changes nothing.
   *
   * @throws InvalidInput with the field {@code other} for another client's incident, a circle or a
   *     second parent
   */
  @RequiresPermission(Permission.WORK)
  public void setParent(IncidentNumber number, IncidentNumber other) {
    Incident parent = find(other);
    incidents.bothInTurn(number, other);
    Incident child = incidents.get(number);
    if (parent.clientId() != child.clientId()) {
      throw refused("refused.incident.otherClient", other);
    }
    Optional<IncidentNumber> present = parentOf(number);
    if (present.filter(other::equals).isPresent()) {
      return;
    }
    if (present.isPresent()) {
      throw refused("refused.link.parent", number, present.get());
    }
    refuseCircle(number, other);
    database
        .sql("insert into incident_parent (child_id, parent_id) values (?, ?)")
        .params(child.id(), parent.id())
        .update();
    journal.write(child, JournalKind.PARENT_SET, LocalizableText.of("entry.value", other.value()));
    journal.write(
        parent, JournalKind.CHILD_ADDED, LocalizableText.of("entry.value", number.value()));
    incidents.flush();
  }

  /**
   * @throws InvalidInput with the field {@code other} if it has no such parent
   */
  @RequiresPermission(Permission.WORK)
  public void removeParent(IncidentNumber number, IncidentNumber other) {
    Incident parent = find(other);
    incidents.bothInTurn(number, other);
    Incident child = incidents.get(number);
    int removed =
        database
            .sql("delete from incident_parent where child_id = ? and parent_id = ?")
            .params(child.id(), parent.id())
            .update();
    if (removed == 0) {
      throw refused("refused.link.noChild", number, other);
    }
    journal.write(
        child, JournalKind.PARENT_REMOVED, LocalizableText.of("entry.value", other.value()));
    journal.write(
        parent, JournalKind.CHILD_REMOVED, LocalizableText.of("entry.value", number.value()));
    incidents.flush();
  }

  /**
   * Takes back that an incident is a duplicate of the other; its status stays.
   *
   * @throws InvalidInput with the field {@code other} if it is not, or if it was merged: its
   *     messages are in the other one
   * @throws dev.baton.incident.IllegalStatus while it is being closed as a duplicate
   */
  @RequiresPermission(Permission.WORK)
  public void removeOriginal(IncidentNumber number, IncidentNumber other) {
    Incident original = find(other);
    incidents.bothInTurn(number, other);
    Incident duplicate = incidents.get(number);
    if (!other.value().equals(duplicate.view().duplicateOf())) {
      throw refused("refused.link.noDuplicate", number, other);
    }
    if (!mergedAmong(List.of(number.value())).isEmpty()) {
      throw refused("refused.link.merged", number, other);
    }
    duplicate.unlinkOriginal();
    journal.write(
        duplicate,
        JournalKind.ORIGINAL_REMOVED,
        LocalizableText.of("entry.original-removed", other.value()));
    journal.write(
        original,
        JournalKind.DUPLICATE_REMOVED,
        LocalizableText.of("entry.duplicate-removed", number.value()));
    incidents.flush();
  }

  /** Those of them whose messages were moved to another incident. */
  @Transactional(readOnly = true)
  public Set<String> mergedAmong(Collection<String> numbers) {
    return numbers.isEmpty()
        ? Set.of()
        : Set.copyOf(
            database
                .sql(
                    """
                    select distinct i.number from incident i
                    join journal_entry e on e.incident_id = i.id and e.kind = 'MERGED_INTO'
                    where i.number in (:numbers)
                    """)
                .param("numbers", numbers)
                .query(String.class)
                .list());
  }

  @Transactional(readOnly = true)
  public Optional<IncidentNumber> parentOf(IncidentNumber number) {
    return database
        .sql(
            """
            select parent.number from incident child
            join incident_parent link on link.child_id = child.id
            join incident parent on parent.id = link.parent_id
            where child.number = ?
            """)
        .param(number.value())
        .query(String.class)
        .optional()
        .map(IncidentNumber::new);
  }

  /** The oldest so many. */
  @Transactional(readOnly = true)
  public List<IncidentNumber> childrenOf(IncidentNumber number, int most) {
    return database
        .sql(
            """
            select child.number from incident parent
            join incident_parent link on link.parent_id = parent.id
            join incident child on child.id = link.child_id
            where parent.number = ? order by child.id limit ?
            """)
        .params(number.value(), most)
        .query(String.class)
        .list()
        .stream()
        .map(IncidentNumber::new)
        .toList();
  }

  private Incident find(IncidentNumber other) {
    return incidents
        .find(other.value())
        .orElseThrow(() -> refused("refused.incident.unknown", other));
  }

  /** Each ancestor is waited for: nobody closes the circle elsewhere at the same time. */
  private void refuseCircle(IncidentNumber child, IncidentNumber parent) {
    if (child.equals(parent)) {
      throw refused("refused.link.itself");
    }
    Optional<IncidentNumber> above = Optional.of(parent);
    for (int depth = 0; above.isPresent(); depth++) {
      IncidentNumber ancestor = incidents.inTurn(above.get()).number();
      if (ancestor.equals(child)) {
        throw refused("refused.link.circle", parent, child);
      }
      if (depth == DEEPEST) {
        throw refused("refused.link.deep", DEEPEST);
      }
      above = parentOf(ancestor);
    }
  }

  private static InvalidInput refused(String key, Object... values) {
    return new InvalidInput("other", LocalizableText.of(key, values));
  }
}
