package dev.baton.flow.web.page;

import dev.baton.desk.web.PageRenderer;
import dev.baton.flow.backtest.journal.GapReason;
import dev.baton.flow.proposal.trial.TrialDigest.CauseDigest;
import dev.baton.flow.proposal.trial.TrialDigest.GapDigest;
import dev.baton.flow.web.page.TrialView.Cause;
import dev.baton.flow.web.page.TrialView.Gap;
import dev.baton.sla.agreement.ObligationKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says in the visitor's language what a trial says in English. */
@Component
class TrialWords {

  /** The parameters of causes that are words; all others are names. */
  private static final Set<String> WORDS =
      Set.of(
          "resolved",
          "closed",
          "kept",
          "broken",
          "open",
          "cancelled",
          "Escalations",
          "Messages to the client",
          "Work");

  private final PageRenderer pages;

  TrialWords(PageRenderer pages) {
    this.pages = pages;
  }

  Cause cause(CauseDigest cause, Locale locale) {
    String words =
        cause.kind() == null
            ? cause.cause()
            : pages.words(
                "trial.cause." + cause.kind(),
                locale,
                cause.parameters().stream().map(one -> parameter(one, locale)).toArray());
    return new Cause(words, cause.incidents(), cause.examples());
  }

  private String parameter(String text, Locale locale) {
    return Arrays.stream(ObligationKind.values())
        .filter(kind -> kind.name().equals(text))
        .map(kind -> pages.name("clock", kind, locale))
        .findFirst()
        .orElseGet(
            () ->
                WORDS.contains(text)
                    ? pages.words("trial.word." + text.replace(' ', '-'), locale)
                    : text);
  }

  Gap gap(GapDigest gap, Locale locale) {
    String words =
        GapReason.of(gap.reason())
            .map(reason -> pages.name("trial.gap", reason, locale))
            .orElse(gap.reason());
    return new Gap(words, gap.events());
  }
}
