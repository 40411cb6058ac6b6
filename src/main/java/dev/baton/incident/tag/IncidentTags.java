package dev.baton.incident.tag;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.database.Batches;
import dev.baton.database.LikePattern;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts tags on incidents and takes them off, whatever their status. Clients do not see tags. */
@Service
@Transactional
public class IncidentTags {

  /** How many an incident can have. */
  public static final int MOST = 20;

  private final Incidents incidents;
  private final Journal journal;
  private final JdbcClient database;

  IncidentTags(Incidents incidents, Journal journal, JdbcClient database) {
    this.incidents = incidents;
    this.journal = journal;
    this.database = database;
  }

  /**
   * Adds those that it does not have yet.
   *
   * @throws InvalidInput with the field {@code tag} for one that is not accepted, or too many
   */
  @RequiresPermission(Permission.WORK)
  public List<String> add(IncidentNumber number, Collection<String> typed) {
    List<String> wanted = typed.stream().map(tag -> TagName.of(tag).value()).distinct().toList();
    Incident incident = incidents.inTurn(number);
    List<String> present = of(number);
    List<String> added = wanted.stream().filter(tag -> !present.contains(tag)).toList();
    if (present.size() + added.size() > MOST) {
      throw new InvalidInput("tag", LocalizableText.of("refused.tag.most", MOST));
    }
    if (added.isEmpty()) {
      return present;
    }
    for (String tag : added) {
      database
          .sql("insert into incident_tag (incident_id, tag) values (?, ?)")
          .params(incident.id(), tag)
          .update();
    }
    note(incident, JournalKind.TAGGED, String.join(", ", added));
    return of(number);
  }

  /** Takes the tag off if it is there. */
  @RequiresPermission(Permission.WORK)
  public List<String> remove(IncidentNumber number, String typed) {
    String tag = TagName.of(typed).value();
    Incident incident = incidents.inTurn(number);
    int removed =
        database
            .sql("delete from incident_tag where incident_id = ? and tag = ?")
            .params(incident.id(), tag)
            .update();
    if (removed > 0) {
      note(incident, JournalKind.UNTAGGED, tag);
    }
    return of(number);
  }

  private void note(Incident incident, JournalKind kind, String tags) {
    journal.write(incident, kind, LocalizableText.of("entry.value", tags));
    incidents.flush();
  }

  @Transactional(readOnly = true)
  public List<String> of(IncidentNumber number) {
    return of(List.of(number.value())).getOrDefault(number.value(), List.of());
  }

  /** Those of several incidents, each sorted; an incident without tags is left out. */
  @Transactional(readOnly = true)
  public Map<String, List<String>> of(Collection<String> numbers) {
    Map<String, List<String>> found = new HashMap<>();
    for (List<String> some : Batches.of(numbers)) {
      database
          .sql(
              """
              select i.number, t.tag from incident i join incident_tag t on t.incident_id = i.id
              where i.number in (:some) order by t.tag
              """)
          .param("some", some)
          .query(
              row -> {
                found
                    .computeIfAbsent(row.getString(1), number -> new ArrayList<>())
                    .add(row.getString(2));
              });
    }
    return found;
  }

  /** Tags in use that begin so, by the alphabet. */
  @Transactional(readOnly = true)
  public List<String> beginningWith(String typed, int most) {
    return database
        .sql("select tag from incident_tag where tag like ? group by tag order by tag limit ?")
        .params(LikePattern.beginningWith(TagName.written(typed)), most)
        .query(String.class)
        .list();
  }
}
