package dev.baton.flow.migration.web.page;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.flow.migration.MigrateIncidents;
import dev.baton.flow.migration.Migration;
import dev.baton.flow.migration.MigrationOutline;
import dev.baton.flow.migration.MigrationState;
import dev.baton.flow.migration.Migrations;
import dev.baton.flow.migration.MoveState;
import dev.baton.flow.migration.OutdatedIncidents;
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
  private final QuestionViews views;
  private final MigrationDiagrams diagrams;
  private final OutdatedIncidents outdated;
  private final PageRenderer pages;

  MigrationPageModel(
      Migrations migrations,
      MigrateIncidents migrate,
      QuestionViews views,
      MigrationDiagrams diagrams,
      OutdatedIncidents outdated,
      PageRenderer pages) {
    this.migrations = migrations;
    this.migrate = migrate;
    this.views = views;
    this.diagrams = diagrams;
    this.outdated = outdated;
    this.pages = pages;
  }

  /** What is to be moved in sentences, and what is asked. */
  record Outline(
      String words,
      List<String> versions,
      List<MigrationDiagrams.Former> former,
      List<QuestionView> questions,
      boolean isEmpty) {

    /** Those that have to be answered. */
    public List<QuestionView> open() {
      return questions.stream().filter(QuestionView::isRequired).toList();
    }

    /** Those about steps at which nobody waits now. */
    public List<QuestionView> others() {
      return questions.stream().filter(question -> !question.isRequired()).toList();
    }

    /** Whether something is proposed there, which is not to be overlooked. */
    public boolean isOtherProposed() {
      return others().stream().anyMatch(QuestionView::isProposed);
    }
  }

  /** A migration in the list. */
  record Line(long id, String reason, String by, String at, String state) {}

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
    boolean isOutdated = migration.state() != MigrationState.DONE && migrate.isOutdated(migration);
    model.put("isOutdated", isOutdated);
    model.put("mayRelease", mayRelease(migration) && !isOutdated);
    model.put("isFirst", migration.stage() == 0);
    model.put(
        "mayStop",
        migration.state() != MigrationState.DONE && migration.state() != MigrationState.STOPPED);
    model.put(
        "mayGoBack", !migration.state().isAtWork() && counts.getOrDefault(MoveState.MOVED, 0) > 0);
    model.put(
        "outline",
        migration.stage() == 0 && BEFORE_THE_FIRST.contains(migration.state()) && !isOutdated
            ? outline(migrate.outline(migration), visitor)
            : null);
    model.put(
        "incidents",
        migrations.incidents(migration.id(), null, PageRequest.of(0, MOST_SHOWN)).stream()
            .map(incident -> IncidentLine.of(incident, visitor, pages))
            .toList());
    return model;
  }

  /** What no migration takes along, in sentences. */
  List<String> staying(Visitor visitor) {
    return outdated.flowsWithoutIncident().stream()
        .map(
            flow ->
                pages.words(
                    "flowMigration.stays",
                    visitor.locale(),
                    flow.flowName(),
                    String.valueOf(flow.version()),
                    String.valueOf(flow.newest()),
                    flow.instances()))
        .toList();
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
    List<QuestionView> questions = views.of(outline.questions(), locale);
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
        diagrams.former(outline, questions, locale),
        questions,
        outline.incidents() == 0);
  }
}
