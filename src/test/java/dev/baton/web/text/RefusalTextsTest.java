package dev.baton.web.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.access.Permission;
import dev.baton.access.PermissionDenied;
import dev.baton.engine.NotOffered;
import dev.baton.escalation.Decision;
import dev.baton.escalation.EscalationState;
import dev.baton.flow.proposal.ProposalState;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IllegalStatus;
import dev.baton.incident.Level;
import dev.baton.incident.RefusedAct;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.incident.WorkingTimeUnit;
import dev.baton.incident.contact.Mentions;
import dev.baton.major.MajorState;
import dev.baton.web.NotFound;
import dev.baton.web.validation.FieldChecks;
import dev.baton.web.validation.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a refusal says: English to programs, and the reader's language to people. */
class RefusalTextsTest {

  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern KIND =
      Pattern.compile(
          "new NotFound\\(\\s*\"([^\"]+)\"|(?:paths\\.known|return removed)\\(\\s*\"([^\"]+)\"");
  private static final Pattern LABEL =
      Pattern.compile("FieldChecks\\.\\w+\\(\\s*\"\\w+\",\\s*\"([^\"]+)\"");

  @Test
  void theMessageIsEnglishAndTheReasonIsInAnyLanguage() {
    IllegalStatus refused =
        new IllegalStatus("INC-2026-000007", Status.ON_HOLD, RefusedAct.MARKED_AS_A_DUPLICATE);

    assertThat(refused)
        .hasMessage("INC-2026-000007 is on hold and cannot be marked as a duplicate.");
    assertThat(german(refused))
        .isEqualTo(
            "INC-2026-000007 ist in Wartestellung und kann nicht als Duplikat gekennzeichnet"
                + " werden.");
  }

  @Test
  void numbersAreWrittenAsBefore() {
    InvalidInput tooLong =
        new InvalidInput("text", LocalizableText.of("refused.longText", 10_000, 12_345));
    NotOffered proposal = new NotOffered(LocalizableText.of("refused.proposal.changed", 1_234L));

    assertThat(tooLong).hasMessage("Enter at most 10,000 characters; this text has 12,345.");
    assertThat(german(tooLong))
        .isEqualTo("Geben Sie höchstens 10.000 Zeichen ein; dieser Text hat 12.345.");
    assertThat(proposal)
        .hasMessage("Proposal 1234 has changed since you looked at it. Look at it again.");
  }

  @Test
  void whatSomebodyTypedIsNoFormat() {
    InvalidInput typed =
        new InvalidInput("tag", LocalizableText.of("refused.tag.form", "{0} isn't '' {x"));

    assertThat(typed).hasMessageStartingWith("'{0} isn't '' {x' is not a tag.");
  }

  @Test
  void namesOfConstantsAreInTheReadersLanguage() {
    InvalidInput noneOf =
        new InvalidInput(
            "impact",
            LocalizableText.of("refused.noneOf", "HUGE", RefusalTexts.oneOf(Level.values())));

    assertThat(noneOf).hasMessage("'HUGE' is not one of HIGH, MEDIUM, LOW.");
    assertThat(german(noneOf))
        .isEqualTo("„HUGE“ steht nicht zur Wahl. Möglich: Hoch, Mittel, Niedrig.");
  }

  @Test
  void severalProblemsAreReadOneByOne() {
    InvalidInput.Complaints complaints = new InvalidInput.Complaints();
    complaints.about("one", LocalizableText.of("refused.required"));
    complaints.about("two", LocalizableText.of("refused.field.number"));

    assertThat(assertThrows(InvalidInput.class, complaints::raise))
        .hasMessage("one is required; two must be a number")
        .satisfies(
            refused ->
                assertThat(((InvalidInput) refused).problems())
                    .extracting(problem -> RefusalTexts.in(Locale.GERMANY, problem.text()))
                    .containsExactly("ist ein Pflichtfeld", "muss eine Zahl sein"));
  }

  @Test
  void aPermissionIsNamedInASentence() {
    PermissionDenied denied =
        new PermissionDenied(LocalizableText.of("refused.roles", Permission.WORK.text()));

    assertThat(denied).hasMessage("Your roles do not allow you to work on incidents");
    assertThat(german(denied))
        .isEqualTo("Ihre Rollen erlauben Ihnen nicht, Störungen zu bearbeiten.");
  }

  static Stream<Arguments> namedConstants() {
    return Stream.of(
        Arguments.of("refused.act", RefusedAct.values()),
        Arguments.of("refused.permission", Permission.values()),
        Arguments.of("refused.status", Status.values()),
        Arguments.of("refused.major.state", MajorState.values()),
        Arguments.of("refused.escalation.state", EscalationState.values()),
        Arguments.of("refused.proposal.state", ProposalState.values()),
        Arguments.of("refused.mention", Mentions.MentionProblem.values()),
        Arguments.of("refused.value", Level.values()),
        Arguments.of("refused.value", Channel.values()),
        Arguments.of("refused.value", ContactKind.values()),
        Arguments.of("refused.value", HoldReason.values()),
        Arguments.of("refused.value", ResolutionCode.values()),
        Arguments.of("refused.value", WorkingTimeUnit.values()),
        Arguments.of("refused.value", Decision.values()));
  }

  @ParameterizedTest
  @MethodSource("namedConstants")
  void everyConstantThatARefusalNamesHasItsText(String prefix, Enum<?>[] constants) {
    assertThat(constants).extracting(constant -> prefix + "." + constant.name()).isSubsetOf(keys());
  }

  @Test
  void everyKindThatIsNotFoundAndEveryLabelHasItsText() {
    assertThat(found(KIND)).hasSizeGreaterThan(25);
    assertThat(found(KIND)).extracting(kind -> "refused.kind." + kind).isSubsetOf(keys());
    assertThat(found(LABEL)).hasSizeGreaterThan(15);
    assertThat(found(LABEL)).extracting(label -> "refused.label." + label).isSubsetOf(keys());
    assertThat(new NotFound("major-incident", "7")).hasMessage("There is no major-incident '7'");
    assertThat(german(new NotFound("client", "nobody")))
        .isEqualTo("Einen Kunden „nobody“ gibt es nicht.");
  }

  @Test
  void aLabelStandsInTheSentence() {
    InvalidInput missing =
        assertThrows(InvalidInput.class, () -> FieldChecks.text("name", "view-name", " ", 60));

    assertThat(missing).hasMessage("The name of the view is missing.");
    assertThat(german(missing)).isEqualTo("Der Name der Ansicht fehlt.");
  }

  private static String german(Refusal refusal) {
    return RefusalTexts.in(Locale.GERMANY, refusal.reason());
  }

  private static Set<String> keys() {
    return new TreeSet<>(
        List.copyOf(ResourceBundle.getBundle("web/refusals", Locale.ENGLISH).keySet()));
  }

  private static Set<String> found(Pattern pattern) {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        pattern
            .matcher(Files.readString(file))
            .results()
            .map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1))
            .forEach(found::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
