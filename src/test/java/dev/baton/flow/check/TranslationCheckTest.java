package dev.baton.flow.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.release.ReleaseComplaint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a process owner is told about texts in another language. */
class TranslationCheckTest {

  private static final String LIFECYCLE = "processes/incident-lifecycle.bpmn";
  private static final String HOLD = "forms/wait-on-hold.form";

  private final EditedRelease edited = new EditedRelease();

  private List<String> said() {
    List<ReleaseComplaint> complaints = new TranslationCheck().complaints(edited.release());
    assertThat(complaints).noneMatch(ReleaseComplaint::refuses);
    return complaints.stream().map(ReleaseComplaint::text).toList();
  }

  /** Every flow, user task and component that is shipped speaks German. */
  @Test
  void theShippedFilesAreTranslatedAsAWhole() {
    assertThat(said()).isEmpty();
  }

  @Test
  void aTaskIsNotTranslatedWhereTheOthersAre() {
    edited.edit(
        LIFECYCLE, "<camunda:property name=\"baton.name.de\" value=\"In Wartestellung\" />", "");

    assertThat(said())
        .containsExactly(
            LIFECYCLE
                + ", \"Wait on hold\" (waitOnHold): Other parts of this file are in German as well,"
                + " but this one is not, or not all of it. Set baton.name.de.");
  }

  @Test
  void anOptionIsNotTranslatedWhereTheFieldIs() {
    edited.edit(
        HOLD,
        "\"baton.option.extend.de\": \"Nein, Wartestellung verlängern\"",
        "\"baton.keep\": \"true\"");

    assertThat(said())
        .containsExactly(
            HOLD
                + ", \"Is the hold over?\" (outcomeField): Other parts of this file are in German as"
                + " well, but this one is not, or not all of it. Set baton.option.extend.de.");
  }

  @Test
  void aLanguageIsNotKnown() {
    edited.edit(LIFECYCLE, "\"baton.name.de\" value=\"Lösung", "\"baton.name.fr\" value=\"Lösung");

    assertThat(said())
        .hasSize(2)
        .contains(
            LIFECYCLE
                + ", \"Confirm resolution\" (confirmResolution): 'baton.name.fr' is for a language"
                + " that nobody can choose, so nobody would see it. Did you mean 'baton.name.de'?");
  }

  @Test
  void aPropertyTranslatesWhatIsNotThere() {
    edited.edit(HOLD, "\"baton.option.resume.de\"", "\"baton.option.resumed.de\"");

    assertThat(said())
        .hasSize(2)
        .contains(
            HOLD
                + ", \"Is the hold over?\" (outcomeField): 'baton.option.resumed.de' translates"
                + " something that is not there, so nobody would see it. Did you mean"
                + " 'baton.option.resume.de'?");
  }

  @Test
  void whoTranslatesNothingIsNotTold() {
    edited.replace(HOLD, "\"baton.", "\"other.");

    assertThat(said()).isEmpty();
  }
}
