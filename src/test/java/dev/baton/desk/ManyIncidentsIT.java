package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient.Answer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Words in a desk that has more incidents than are looked through one by one: every one is of a
 * quokka, the first four also of a wombat, as old as they are.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyIncidentsIT extends PagesDesk {

  private static final int MANY = 4_300;
  private static final long FIRST_ID = 900_000_000L;
  private static final Pattern NUMBER = Pattern.compile(">(INC-\\d{4}-\\d+)</a></th>");

  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;

  private boolean areThere;

  @BeforeEach
  void manyClosedIncidents() {
    if (areThere) {
      return;
    }
    areThere = true;
    String one = newIncident("Copied many times");
    String columns =
        database
            .queryForList(
                "select column_name from information_schema.columns where table_name = 'incident'"
                    + " and table_schema = database() and is_generated = 'NEVER' and column_name"
                    + " not in ('id', 'number', 'subject', 'status', 'opened_at',"
                    + " 'flow_instance_id')",
                String.class)
            .stream()
            .map(column -> "i.`" + column + "`")
            .collect(Collectors.joining(", "));
    transaction.executeWithoutResult(
        begun ->
            database.update(
                """
                insert into incident (id, number, subject, status, opened_at, %s)
                select %d + n, concat('INC-1999-', lpad(n, 6, '0')),
                  concat('Quokka ', if(n <= 4, 'and wombat ', ''), n), 'CLOSED',
                  i.opened_at - interval 30 day + interval n second, %s
                from incident i join (select seq n from seq_1_to_%d) c
                where i.number = ?
                """
                    .formatted(columns.replace("i.", ""), FIRST_ID, columns, MANY),
                one));
  }

  @AfterAll
  void removeThem() {
    transaction.executeWithoutResult(
        begun -> database.update("delete from incident where id > ?", FIRST_ID));
  }

  @Test
  void whatTheClientWroteIsFoundWithoutReadingTheOthers() {
    String unanswered = newIncident("Quokka escaped");
    agent.post(
        "/api/v1/incidents/" + unanswered + "/contacts",
        """
        {"direction": "IN", "channel": "EMAIL", "from": "ada@acme.example",
         "visibility": "CLIENT", "body": "Twice."}
        """);
    transaction.executeWithoutResult(begun -> database.execute("analyze table incident"));

    long before = rowsRead();
    assertThat(agent.get("/desk/incidents?status=all&reply=unanswered").body())
        .contains(unanswered);

    assertThat(rowsRead() - before).isLessThan(MANY / 2);
  }

  /** By all connections since the server started. */
  private long rowsRead() {
    return database
        .queryForList(
            "select variable_value from information_schema.global_status where variable_name ="
                + " 'INNODB_ROWS_READ' or variable_name like 'HANDLER_READ%'",
            String.class)
        .stream()
        .mapToLong(Long::parseLong)
        .sum();
  }

  @Test
  void whatAllHaveIsFoundAmongTheNewest() {
    assertThat(found("?status=all&q=quokka")).isEqualTo(numbers(MANY, MANY - 49));
    assertThat(found("?status=all&q=QUÓKK&page=3")).isEqualTo(numbers(MANY - 150, MANY - 199));
    assertThat(agent.get("/desk/incidents?status=all&q=quokka").body()).contains("More than 1,000");
  }

  @Test
  void whatFewHaveIsFoundHoweverOldItIs() {
    assertThat(found("?status=all&q=quokka+wombat")).isEqualTo(numbers(4, 1));
    assertThat(found("?status=all&q=womb&sort=number&order=asc"))
        .containsExactly(
            "INC-1999-000001", "INC-1999-000002", "INC-1999-000003", "INC-1999-000004");
    assertThat(found("?status=all&q=quokka+platypus")).isEmpty();
    assertThat(agent.get("/desk/incidents?status=all&q=wombat").body()).contains("4 incidents");
  }

  @Test
  void otherOrdersComeFromTheIndexOfWords() {
    assertThat(found("?status=all&q=quokka&sort=number&order=asc"))
        .isEqualTo(IntStream.rangeClosed(1, 50).mapToObj(ManyIncidentsIT::number).toList());
    assertThat(found("?status=CLOSED&q=quokka&sort=due")).hasSize(50);
  }

  @Test
  void theInterfaceCountsWordsAsFar() {
    Answer common = agent.get("/api/v1/incidents?q=quokka&size=10&page=2");
    assertThat(common.json().at("/items/0/number").asText()).isEqualTo(number(MANY - 20));
    assertThat(common.json().path("totalItems").asInt()).isEqualTo(1_000);
    Answer rare = agent.get("/api/v1/incidents?q=wombat");
    assertThat(rare.json().path("totalItems").asInt()).isEqualTo(4);
  }

  private List<String> found(String question) {
    Answer page = agent.get("/desk/incidents" + question);
    assertThat(page.status()).isEqualTo(200);
    return NUMBER.matcher(page.body()).results().map(match -> match.group(1)).toList();
  }

  private static List<String> numbers(int from, int downTo) {
    return IntStream.rangeClosed(-from, -downTo).mapToObj(n -> number(-n)).toList();
  }

  private static String number(int n) {
    return "INC-1999-%06d".formatted(n);
  }
}
