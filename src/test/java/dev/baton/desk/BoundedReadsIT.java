package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.api.ApiClient.Answer;
import dev.baton.support.CountedSql;
import dev.baton.support.CountedSql.Count;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** An incident on which very much was said: what is read of it does not grow. */
class BoundedReadsIT extends PagesDesk {

  private static final int FEW = 10;
  private static final int MANY = 5_000;
  private static final long FIRST_ID = 700_000_000L;

  /** So many of each kind are on a page of the interface. */
  private static final int ON_A_PAGE = 200;

  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void removeThem() {
    transaction.executeWithoutResult(
        begun -> {
          database.update("delete from contact_file where contact_id > ?", FIRST_ID);
          database.update("delete from contact where id > ?", FIRST_ID);
          database.update("delete from journal_entry where id > ?", FIRST_ID);
          database.update("delete from notification where id > ?", FIRST_ID);
          database.update(
              "delete from related_incident_link where major_incident_id = ?", FIRST_ID);
          database.update("delete from major_incident where id = ?", FIRST_ID);
        });
  }

  @Test
  void thePageReadsNoMoreOfALongStoryThanOfAShortOne() {
    String number = newIncident("Said over and over");
    talk(number, FEW * 10, 0);
    agent.get(pageOf(number));
    Count ofFew = CountedSql.during(() -> agent.get(pageOf(number)));
    talk(number, MANY, FEW * 10);

    Count ofMany = CountedSql.during(() -> agent.get(pageOf(number)));

    assertThat(ofTheIncident(ofMany)).hasSameSizeAs(ofTheIncident(ofFew));
    assertThat(ofMany.rows()).isLessThan(ofFew.rows() + 20).isLessThan(500);
  }

  @Test
  void unchangedNewsCostFewStatementsAndHaveNoBody() {
    String number = newIncident("Watched by many tabs");
    talk(number, MANY, 0);
    String marks = marks(agent.get(pageOf(number) + "/panel").body());
    agent.get(pageOf(number) + "/news" + marks);

    List<Answer> answers = new ArrayList<>();
    Count news = CountedSql.during(() -> answers.add(agent.get(pageOf(number) + "/news" + marks)));

    assertThat(answers.get(0).status()).isEqualTo(204);
    assertThat(answers.get(0).body()).isEmpty();
    assertThat(news.statements()).hasSizeLessThanOrEqualTo(16);
    assertThat(news.rows()).isLessThan(60);
  }

  @Test
  void changesOfEveryKindAreNews() {
    String number = newIncident("Watched while it moves");
    String path = pageOf(number) + "/news";
    String marks = marks(agent.get(pageOf(number) + "/panel").body());
    assertThat(agent.get(path + marks).status()).isEqualTo(204);

    agent.post("/api/v1/incidents/" + number + "/claim");
    Answer claimed = agent.get(path + marks);
    assertThat(claimed.body()).contains("In progress", "id=\"incident-revision\"");
    String after = marks(agent.get(pageOf(number) + "/panel").body());
    transaction.executeWithoutResult(
        begun ->
            database.update(
                "update notification set status = 'BOUNCED' where incident = ? limit 1", number));

    Answer bounced = agent.get(path + after);

    assertThat(bounced.body()).contains("id=\"incident-timeline\"", "baton-delivery-bounced");
    assertThat(agent.get(path + after + "&turn=oldest").body()).contains("data-order=\"oldest\"");
  }

  @Test
  void aLongStoryGoesOnOnTheNextPage() {
    String number = newIncident("Read to its end");
    talk(number, 600, 0);

    String first = agent.get(pageOf(number) + "?shown=450").body();
    Matcher next = Pattern.compile("href=\"([^\"]+view=[^\"]+from=[^\"]+)\"").matcher(first);
    assertThat(next.find()).isTrue();
    String second = agent.get(next.group(1).replace("&amp;", "&")).body();

    assertThat(first).doesNotContain("id=\"incident-timeline-more\"");
    Pattern instant = Pattern.compile("<time datetime=\"([^\"]+)\"");
    List<String> shown = instant.matcher(first).results().map(found -> found.group(1)).toList();
    List<String> further = instant.matcher(second).results().map(found -> found.group(1)).toList();
    assertThat(shown).hasSize(450);
    assertThat(further.get(0)).isEqualTo(shown.get(449));
    assertThat(further.get(29)).isLessThan(shown.get(449));
  }

  @Test
  void whatIsLinkedIsReadAtOnce() {
    String number = newIncident("Major");
    List<String> related = List.of(newIncident("A"), newIncident("B"), newIncident("C"));
    transaction.executeWithoutResult(begun -> major(number));
    transaction.executeWithoutResult(begun -> link(related.subList(0, 1)));
    Count ofOne = CountedSql.during(() -> agent.get(pageOf(number) + "/around"));
    Count majorOfOne = CountedSql.during(() -> agent.get("/api/v1/major-incidents/" + number));
    transaction.executeWithoutResult(begun -> link(related.subList(1, 3)));

    List<Answer> answers = new ArrayList<>();
    Count ofThree = CountedSql.during(() -> answers.add(agent.get(pageOf(number) + "/around")));
    Count majorOfThree =
        CountedSql.during(() -> answers.add(agent.get("/api/v1/major-incidents/" + number)));

    assertThat(answers.get(0).body()).contains(related);
    assertThat(answers.get(1).body()).contains(related);
    assertThat(ofTheIncident(ofThree)).hasSameSizeAs(ofTheIncident(ofOne));
    assertThat(ofTheIncident(majorOfThree)).hasSameSizeAs(ofTheIncident(majorOfOne));
  }

  private void major(String number) {
    database.update(
        """
        insert into major_incident (id, incident, state, declaration, declared_at, declared_by,
          reason, missed_updates, version)
        values (?, ?, 'RUNNING', 'HAND', now(3), 'agent', 'Many', 0, 0)
        """,
        FIRST_ID,
        number);
  }

  private void link(List<String> related) {
    related.forEach(
        child ->
            database.update(
                """
                insert into related_incident_link (id, major_incident_id, child, linked_at, linked_by,
                  open_child)
                select ? + count(*), ?, ?, now(3), 'agent', ? from related_incident_link
                where major_incident_id = ?
                """,
                FIRST_ID,
                FIRST_ID,
                child,
                child,
                FIRST_ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"contacts", "timeline", "notifications", "attachments"})
  void theInterfaceAnswersPageByPage(String what) {
    String number = newIncident("Asked for by programs");
    talk(number, ON_A_PAGE + 50, 0);
    String path = "/api/v1/incidents/" + number + "/" + what;
    Count ofFew = CountedSql.during(() -> agent.get(path));
    talk(number, MANY, ON_A_PAGE + 50);

    List<Answer> answers = new ArrayList<>();
    Count ofMany = CountedSql.during(() -> answers.add(agent.get(path)));

    assertThat(answers.get(0).json()).hasSize(ON_A_PAGE);
    assertThat(ofTheIncident(ofMany)).hasSameSizeAs(ofTheIncident(ofFew));
    assertThat(ofMany.rows()).isLessThanOrEqualTo(ofFew.rows() + 10);
    Set<JsonNode> all = new HashSet<>();
    int items = 0;
    for (Answer page = answers.get(0); page != null; page = next(page)) {
      page.json().forEach(all::add);
      items += page.json().size();
    }
    assertThat(items).isBetween(MANY, MANY * 2 + 50);
    assertThat(all).hasSize(items);
    Answer third = agent.get(path + "?size=7&page=2");
    assertThat(third.json()).hasSize(7);
    assertThat(third.json().get(0)).isEqualTo(answers.get(0).json().get(14));
    assertThat(agent.get(path + "?size=0").status()).isEqualTo(422);
  }

  /**
   * Who signs in, the directory of names and the record of who saw it are remembered for a while.
   */
  private static List<String> ofTheIncident(Count count) {
    return count.statements().stream()
        .filter(
            sql ->
                !sql.matches("(?s).*(sign_in_|second_factor|ACT_ID_|audit_entry| (agent|team) ).*"))
        .toList();
  }

  private Answer next(Answer page) {
    Matcher next = NEXT.matcher(page.header("Link"));
    return next.find() ? agent.get(next.group(1).replaceFirst("^https?://[^/]+", "")) : null;
  }

  /** The marks of the parts on the screen, as the page's script sends them. */
  private static String marks(String panel) {
    StringBuilder marks = new StringBuilder("?order=newest&shown=30");
    Matcher part =
        Pattern.compile("id=\"incident-(\\w+)\"[^>]*data-seen=\"(\\w+)\"").matcher(panel);
    while (part.find()) {
      marks.append("&seen-").append(part.group(1)).append('=').append(part.group(2));
    }
    return marks.toString();
  }

  /**
   * Up to so many contacts, each with a file, journal entries and notifications of the incident.
   */
  private void talk(String number, int to, int from) {
    transaction.executeWithoutResult(begun -> insert(number, to, from));
  }

  private void insert(String number, int to, int from) {
    String numbers = "(select seq n from seq_%d_to_%d) s".formatted(from + 1, to);
    copy("contact", "incident_id = (select id from incident where number = ?)", numbers, number);
    copy(
        "journal_entry",
        "incident_id = (select id from incident where number = ?)",
        numbers,
        number);
    copy("notification", "incident = ?", numbers, number);
    database.update(
        """
        insert into contact_file (contact_id, name, type, size, sha256, at)
        select %d + n, concat('file-', n, '.txt'), 'text/plain', 1, repeat('0', 64), now(3) from %s
        """
            .formatted(FIRST_ID, numbers));
  }

  private void copy(String table, String where, String numbers, String number) {
    List<String> columns =
        database.queryForList(
            "select column_name from information_schema.columns where table_schema = database()"
                + " and table_name = ? and is_generated = 'NEVER' and column_name not in"
                + " ('id', 'at', 'created_at', 'recipient')",
            String.class,
            table);
    boolean told = table.equals("notification");
    String names = String.join(", ", columns.stream().map(column -> "`" + column + "`").toList());
    String own = told ? "created_at, recipient" : "at";
    String values =
        Stream.of("created_at", "at").filter(own::startsWith).findFirst().orElseThrow()
            + " - interval 1 day + interval n second"
            + (told ? ", concat(recipient, n)" : "");
    database.update(
        "insert into %s (id, %s, %s) select %d + n, %s, %s from (select * from %s where %s limit 1) c, %s"
            .formatted(table, own, names, FIRST_ID, values, names, table, where, numbers),
        number);
  }
}
