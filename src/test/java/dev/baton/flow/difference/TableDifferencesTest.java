package dev.baton.flow.difference;

import static dev.baton.flow.difference.Changes.between;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a process owner changes in a decision table, cell by cell. */
class TableDifferencesTest {

  private static final String ROUTING = "processes/routing.dmn";
  private static final String TABLE =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
        <decision id="colour" name="Colour">
          <decisionTable id="t" hitPolicy="FIRST">
            <input id="i1" label="Size"><inputExpression id="e1"><text>size</text></inputExpression></input>
            <input id="i2" label="Weight"><inputExpression id="e2"><text>weight</text></inputExpression></input>
            <output id="o1" label="Colour" name="colour" />
            %s
          </decisionTable>
        </decision>
      </definitions>
      """;

  private static String rule(String id, String size, String weight, String colour) {
    return """
    <rule id="%s"><inputEntry id="%1$sA"><text>%s</text></inputEntry>
    <inputEntry id="%1$sB"><text>%s</text></inputEntry>
    <outputEntry id="%1$sC"><text>%s</text></outputEntry></rule>
    """
        .formatted(id, size, weight, colour);
  }

  private static final String SMALL = rule("r1", "1", "", "\"red\"");
  private static final String MIDDLE = rule("r2", "2", "", "\"green\"");
  private static final String LARGE = rule("r3", "3", "&gt; 5", "\"blue\"");

  private static List<FileDifference> compare(String before, String after) {
    return ReleaseDifferences.between(
        Map.of("colour.dmn", before.getBytes(StandardCharsets.UTF_8)),
        Map.of("colour.dmn", after.getBytes(StandardCharsets.UTF_8)));
  }

  private static FileDifference rows(String before, String after) {
    List<FileDifference> files = compare(TABLE.formatted(before), TABLE.formatted(after));
    assertThat(files).hasSize(1);
    return files.get(0);
  }

  private static List<PropertyChange> changes(FileDifference file) {
    return file.elements().stream().flatMap(element -> element.changes().stream()).toList();
  }

  @Test
  void aChangedCellIsFoundWithBothValues() {
    FileDifference file =
        rows(SMALL + MIDDLE + LARGE, SMALL + MIDDLE.replace("green", "yellow") + LARGE);

    assertThat(file.kind()).isEqualTo(FileKind.TABLE);
    assertThat(file.name()).isEqualTo("Colour");
    assertThat(file.elements()).hasSize(1);
    assertThat(file.elements().get(0).label()).isEqualTo("2");
    assertThat(changes(file))
        .containsExactly(
            new PropertyChange(ChangedProperty.CELL, "Colour", "\"green\"", "\"yellow\""));
    assertThat(file.tables().get(0).rows())
        .extracting(TableDifference.Row::state)
        .containsExactly(null, ChangeState.CHANGED, null);
    assertThat(file.tables().get(0).rows().get(1).cells())
        .extracting(TableDifference.Cell::isChanged)
        .containsExactly(false, false, true);
  }

  @Test
  void rowsAreAddedAndRemovedWhereTheyStand() {
    FileDifference file = rows(SMALL + MIDDLE + LARGE, SMALL + rule("r9", "9", "", "1") + LARGE);

    assertThat(file.tables().get(0).rows())
        .extracting(row -> row.state() + " " + row.id())
        .containsExactly("null r1", "ADDED r9", "REMOVED r2", "null r3");
    assertThat(file.elements())
        .extracting(each -> each.state() + " " + each.label())
        .containsExactly("ADDED 2", "REMOVED 2");
    assertThat(file.tables().get(0).rows()).noneMatch(TableDifference.Row::isMoved);
  }

  @Test
  void aRowThatComesEarlierHasMoved() {
    FileDifference file = rows(SMALL + MIDDLE + LARGE, LARGE + SMALL + MIDDLE);

    assertThat(file.elements()).hasSize(1);
    assertThat(changes(file))
        .containsExactly(new PropertyChange(ChangedProperty.POSITION, "", "3", "1"));
    assertThat(file.tables().get(0).rows().get(0).isMoved()).isTrue();
  }

  @Test
  void rowsWithNewIdsAreKnownByTheirContent() {
    assertThat(
            compare(
                TABLE.formatted(SMALL + MIDDLE),
                TABLE.formatted((SMALL + MIDDLE).replace("id=\"r", "id=\"other"))))
        .isEmpty();
  }

  @Test
  void aDashMatchesEverythingAsAnEmptyCellDoes() {
    assertThat(
            compare(
                TABLE.formatted(SMALL),
                TABLE.formatted(SMALL.replace("<text></text>", "<text>-</text>"))))
        .isEmpty();
  }

  @Test
  void aNewColumnChangesOnlyTheCellsThatSaySomething() {
    UnaryOperator<String> withColumn =
        text ->
            text.replace(
                    "<output id=",
                    "<input id=\"i3\" label=\"Age\"><inputExpression id=\"e3\"><text>age</text>"
                        + "</inputExpression></input><output id=")
                .replace(
                    "<outputEntry id=\"r1C\"",
                    "<inputEntry id=\"r1D\"><text>7</text></inputEntry><outputEntry id=\"r1C\"")
                .replace(
                    "<outputEntry id=\"r2C\"",
                    "<inputEntry id=\"r2D\"><text></text></inputEntry><outputEntry id=\"r2C\"");
    String before = TABLE.formatted(SMALL + MIDDLE);

    FileDifference file = compare(before, withColumn.apply(before)).get(0);

    assertThat(file.elements())
        .extracting(each -> each.state() + " " + each.type() + " " + each.label())
        .containsExactly("ADDED input Age", "CHANGED row 1");
    assertThat(file.tables().get(0).columns())
        .extracting(TableDifference.Column::state)
        .containsExactly(null, null, ChangeState.ADDED, null);
    assertThat(file.elements().get(1).changes())
        .containsExactly(new PropertyChange(ChangedProperty.CELL, "Age", null, "7"));
  }

  @Test
  void hitPolicyLabelAndExpressionAreNamed() {
    String before = TABLE.formatted(SMALL);

    assertThat(changes(compare(before, before.replace("FIRST", "COLLECT")).get(0)))
        .containsExactly(new PropertyChange(ChangedProperty.HIT_POLICY, "", "FIRST", "COLLECT"));
    assertThat(
            changes(compare(before, before.replace("label=\"Size\"", "label=\"Length\"")).get(0)))
        .containsExactly(new PropertyChange(ChangedProperty.LABEL, "", "Size", "Length"));
    assertThat(changes(compare(before, before.replace(">size<", ">length<")).get(0)))
        .containsExactly(new PropertyChange(ChangedProperty.EXPRESSION, "", "size", "length"));
  }

  @Test
  void aShippedTableChangesInOneCell() {
    List<FileDifference> files =
        between(
            ROUTING,
            text ->
                text.replaceFirst("<text>\"service-desk\"</text>", "<text>\"front-desk\"</text>"));

    assertThat(files).hasSize(1);
    assertThat(changes(files.get(0)))
        .containsExactly(
            new PropertyChange(ChangedProperty.CELL, "Team", "\"service-desk\"", "\"front-desk\""));
  }
}
