package dev.baton.sla.agreement;

import dev.baton.calendar.CalendarDefinition;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The published agreements as a desk's database has them; needs no running desk. */
@Repository
public class StoredAgreements {

  private final JdbcClient database;

  public StoredAgreements(JdbcClient database) {
    this.database = database;
  }

  /** The newest version of every calendar and every agreement, as a document in YAML. */
  public String yaml() {
    return AgreementYaml.write(
        new AgreementDocument(
            newest(
                """
                select definition from calendar_version v
                where number = (select max(number) from calendar_version n where n.name = v.name)
                order by name
                """,
                CalendarDefinition.class),
            newest(
                """
                select definition from agreement_version v
                where number = (select max(number) from agreement_version n where n.name = v.name)
                order by name
                """,
                AgreementDefinition.class)));
  }

  private <D> List<D> newest(String sql, Class<D> type) {
    return database.sql(sql).query(String.class).list().stream()
        .map(text -> DefinitionJson.read(text, type))
        .toList();
  }
}
