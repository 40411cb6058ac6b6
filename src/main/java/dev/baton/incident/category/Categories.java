package dev.baton.incident.category;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.AuditedChanges;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.engine.ActingPerson;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The categories that administrators keep. Others stay allowed: this list only suggests. */
@Service
public class Categories {

  private static final int LONGEST_NAME = 60;
  private static final String SELECT =
      """
      select g.id, g.name, g.client_id clientId, g.service, g.active from category g
      """;

  private final JdbcClient jdbc;
  private final ClientDirectory clients;
  private final ActingPerson actingPerson;
  private final AuditTrail trail;
  private final Clock clock;

  Categories(
      JdbcClient jdbc,
      ClientDirectory clients,
      ActingPerson actingPerson,
      AuditTrail trail,
      Clock clock) {
    this.jdbc = jdbc;
    this.clients = clients;
    this.actingPerson = actingPerson;
    this.trail = trail;
    this.clock = clock;
  }

  /** As it is stored. */
  private record Row(long id, String name, Long clientId, String service, boolean active) {}

  /** By name; those of all clients first. */
  @Transactional(readOnly = true)
  public List<Category> list() {
    return read(jdbc.sql(SELECT + " order by g.name, g.of_client"));
  }

  @Transactional(readOnly = true)
  public Optional<Category> find(long id) {
    return read(jdbc.sql(SELECT + " where g.id = ?").param(id)).stream().findFirst();
  }

  private List<Category> read(JdbcClient.StatementSpec asked) {
    List<Row> rows = asked.query(Row.class).list();
    Map<Long, ClientView> of =
        clients.clients(
            rows.stream().map(Row::clientId).filter(Objects::nonNull).collect(Collectors.toSet()));
    return rows.stream()
        .map(
            row ->
                new Category(
                    row.id(),
                    row.name(),
                    row.clientId() == null ? null : of.get(row.clientId()).code(),
                    row.service(),
                    row.active()))
        .toList();
  }

  /**
   * In any case of the name.
   *
   * @param client null for the category of all clients
   */
  @Transactional(readOnly = true)
  public Optional<Category> find(ClientView client, String name) {
    return read(
            jdbc.sql(SELECT + " where g.name = ? and g.of_client = ?")
                .params(name, client == null ? 0 : client.id()))
        .stream()
        .findFirst();
  }

  /**
   * Those that are suggested: the client's own and those of its service first.
   *
   * @param clientId null for those of every client
   * @param service code; null for those of every service
   */
  List<Category> active(Long clientId, String service) {
    return read(
        jdbc.sql(
                SELECT
                    + """
                 where g.active and (:client is null or g.client_id is null or g.client_id = :client)
                  and (:service is null or g.service is null or g.service = :service)
                order by :service is not null and g.service <=> :service desc,
                  :client is not null and g.client_id <=> :client desc, g.name
                """)
            .param("client", clientId)
            .param("service", service));
  }

  /**
   * Keeps a category, or changes the one of this name and client.
   *
   * @throws InvalidInput naming the field that is not accepted
   */
  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public Category keep(Category given) {
    String name = TextInput.required("name", given.name(), LONGEST_NAME);
    if (name.lines().count() > 1) {
      throw new InvalidInput("name", LocalizableText.of("refused.oneLine"));
    }
    ClientView client = client(given.client());
    String service = service(given.service(), client);
    Category before = find(client, name).orElse(null);
    jdbc.sql(
            """
            insert into category (name, client_id, service, active, changed_by, changed_at)
            values (?, ?, ?, ?, ?, ?)
            on duplicate key update service = value(service), active = value(active),
              changed_by = value(changed_by), changed_at = value(changed_at)
            """)
        .params(
            name,
            client == null ? null : client.id(),
            service,
            given.active(),
            actingPerson.current().name(),
            clock.instant())
        .update();
    Category kept = find(client, name).orElseThrow();
    record(kept, what(before, kept));
    return kept;
  }

  private static String what(Category before, Category kept) {
    if (before == null) {
      return "Added: %s, %s"
          .formatted(kept.name(), kept.client() == null ? "all clients" : kept.client());
    }
    String changes =
        new AuditedChanges()
            .of("service", before.service(), kept.service())
            .of("active", before.active(), kept.active())
            .words();
    return changes.isEmpty() ? "Saved without changes" : "Changed: " + changes;
  }

  private ClientView client(String code) {
    return code == null
        ? null
        : clients
            .find(code)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "client", LocalizableText.of("refused.settings.client", code)));
  }

  private String service(String given, ClientView client) {
    if (given == null) {
      return null;
    }
    Optional<String> known =
        client == null
            ? clients.serviceNamed(given).map(one -> one.code())
            : clients.service(client.id(), given).map(one -> one.code());
    return known.orElseThrow(
        () -> new InvalidInput("service", LocalizableText.of("refused.category.service", given)));
  }

  /**
   * Removes it from the list; incidents keep the word.
   *
   * @return whether there was one
   */
  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public boolean remove(long id) {
    Optional<Category> found = find(id);
    found.ifPresent(
        category -> {
          jdbc.sql("delete from category where id = ?").param(id).update();
          record(category, "Removed: " + category.name());
        });
    return found.isPresent();
  }

  private void record(Category category, String what) {
    trail.record(AuditEntry.of(AuditKind.SETTINGS_CHANGED, "category " + category.id(), what));
  }
}
