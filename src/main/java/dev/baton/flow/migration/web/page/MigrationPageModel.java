package dev.baton.flow.migration.web.page;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.engine.migration.FlowStep;
import dev.baton.flow.migration.FlowChange;
import dev.baton.flow.migration.MigrateIncidents;
import dev.baton.flow.migration.MigratedIncident;
import dev.baton.flow.migration.Migration;
import dev.baton.flow.migration.MigrationOutline;
import dev.baton.flow.migration.MigrationQuestion;
import dev.baton.flow.migration.MigrationState;
import dev.baton.flow.migration.Migrations;
import dev.baton.flow.migration.MoveState;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** What the pages of migrations show, in the visitor's language. */
@Component
class MigrationPageModel {

  private static final int MOST_SHOWN = 200;
  private static final Set<MigrationState> BEFORE_THE_FIRST =
      Set.of(MigrationState.DRAFT, MigrationState.READY, MigrationState.STOPPED);

  private final Migrations migrations;
  private final MigrateIncidents migrate;
  private final PageRenderer pages;

  MigrationPageModel(Migrations migrations, MigrateIncidents migrate, PageRenderer pages) {
    this.migrations = migrations;
    this.migrate = migrate;
    this.pages = pages;
  }

  /** What is to be moved in sentences, and what is asked. */
  record Outline(String words, List<String> versions, List<Question> questions, boolean isEmpty) {}

  /** A step that is gone: the name of its field, the question, and what can be chosen. */
  record Question(
      String field, String words, boolean isRequired, List<Choice> as, List<Choice> again) {}

  /** A value of the field. */
  record Choice(String value, String label, boolean isChosen) {}

  /** A migration in the list. */
  record Line(long id, String reason, String by, String at, String state) {}

  /** An incident of a migration. */
  record IncidentLine(String number, String state, String message, List<String> changes) {}

  Line line(Migration migration, Visitor visitor) {
    return new Line(
        migration.id(),
        migration.reason(),
        migration.createdBy(),
        visitor.at(migration.createdAt()),
        pages.name("flowMigration.state", migration.state(), visitor.locale()));
  }

  Map<String, Object> of(Migration migration, Visitor visitor) {
    Map<String, Object> model = new HashMap<>();
    Map<MoveState, Integer> counts = migrations.counts(migration.id());
    model.put("id", migration.id());
    model.put("line", line(migration, visitor));
    model.put("isAtWork", migration.state().isAtWork());
    model.put("message", migration.message());
    model.put("backOf", migration.backOf());
    model.put("counts", counts(counts, visitor.locale()));
    model.put("mayRelease", mayRelease(migration));
    model.put("isFirst", migration.stage() == 0);
    model.put(
        "mayStop",
        migration.state() != MigrationState.DONE && migration.state() != MigrationState.STOPPED);
    model.put(
        "mayGoBack", !migration.state().isAtWork() && counts.getOrDefault(MoveState.MOVED, 0) > 0);
    model.put(
        "outline",
        migration.stage() == 0 && BEFORE_THE_FIRST.contains(migration.state())
            ? outline(migrate.outline(migration), visitor)
            : null);
    model.put(
        "incidents",
        migrations.incidents(migration.id(), null, PageRequest.of(0, MOST_SHOWN)).stream()
            .map(incident -> incident(incident, visitor))
            .toList());
    return model;
  }

  private static boolean mayRelease(Migration migration) {
    return migration.state() == MigrationState.READY
        || migration.state() == MigrationState.PAUSED
        || migration.state() == MigrationState.STOPPED && migration.stage() > 0;
  }

  private List<String> counts(Map<MoveState, Integer> counts, Locale locale) {
    List<String> words = new ArrayList<>();
    for (MoveState state : MoveState.values()) {
      if (counts.containsKey(state)) {
        words.add(pages.words("flowMigration.count." + state, locale, counts.get(state)));
      }
    }
    return words;
  }

  Outline outline(MigrationOutline outline, Visitor visitor) {
    Locale locale = visitor.locale();
    return new Outline(
        pages.words("flowMigration.asTheyAre", locale, outline.asTheyAre()),
        outline.versions().stream()
            .map(
                change ->
                    pages.words(
                        "flowMigration.version",
                        locale,
                        change.flowName(),
                        String.valueOf(change.from()),
                        String.valueOf(change.to()),
                        change.instances()))
            .toList(),
        outline.questions().stream().map(question -> question(question, locale)).toList(),
        outline.incidents() == 0);
  }

  private Question question(MigrationQuestion question, Locale locale) {
    List<Choice> as = new ArrayList<>();
    List<Choice> again = new ArrayList<>();
    for (FlowStep step : question.choices()) {
      if (step.type().equals(question.step().type())) {
        boolean isChosen =
            question.answer() == null
                ? step.id().equals(question.proposal())
                : !question.answer().again() && step.id().equals(question.answer().step());
        as.add(new Choice("move:" + step.id(), label(step), isChosen));
      }
      again.add(
          new Choice(
              "again:" + step.id(),
              label(step),
              question.answer() != null
                  && question.answer().again()
                  && step.id().equals(question.answer().step())));
    }
    return new Question(
        "answer." + question.flow() + "." + question.step().id(),
        pages.words(
            "flowMigration.question",
            locale,
            question.incidents(),
            question.step().label(),
            question.flowName()),
        question.incidents() > 0,
        as,
        again);
  }

  private static String label(FlowStep step) {
    return step.label().equals(step.id()) ? step.id() : step.label() + " (" + step.id() + ")";
  }

  private IncidentLine incident(MigratedIncident incident, Visitor visitor) {
    return new IncidentLine(
        incident.incident(),
        pages.name("flowMigration.move", incident.state(), visitor.locale()),
        incident.message(),
        incident.changes().stream().map(change -> change(change, visitor)).toList());
  }

  private String change(FlowChange change, Visitor visitor) {
    String subject = pages.name("flowMigration.subject", change.subject(), visitor.locale());
    String key =
        change.before() == null
            ? "flowMigration.new"
            : change.after() == null ? "flowMigration.gone" : "flowMigration.changed";
    return pages.words(
        key,
        visitor.locale(),
        subject,
        change.label(),
        time(change.before(), visitor),
        time(change.after(), visitor));
  }

  private static String time(String text, Visitor visitor) {
    try {
      return text == null ? "–" : visitor.at(Instant.parse(text));
    } catch (DateTimeParseException noInstant) {
      return text;
    }
  }
}
