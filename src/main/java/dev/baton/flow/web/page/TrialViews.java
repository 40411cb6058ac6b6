package dev.baton.flow.web.page;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Verdict;
import dev.baton.flow.proposal.trial.ProposalTrial;
import dev.baton.flow.proposal.trial.TrialDigest;
import dev.baton.flow.proposal.trial.TrialDigest.PromiseDigest;
import dev.baton.flow.proposal.trial.TrialDigest.StepDigest;
import dev.baton.flow.proposal.trial.TrialDigest.WaitingDigest;
import dev.baton.flow.proposal.trial.TryProposal;
import dev.baton.flow.web.page.TrialView.Promise;
import dev.baton.flow.web.page.TrialView.Result;
import dev.baton.flow.web.page.TrialView.Row;
import dev.baton.flow.web.page.TrialView.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts trials and their results into words for the page of a proposal. */
@Component
class TrialViews {

  private static final int CAUSES = 20;

  private final TryProposal trials;
  private final TrialWords words;
  private final PageRenderer pages;

  TrialViews(TryProposal trials, TrialWords words, PageRenderer pages) {
    this.trials = trials;
    this.words = words;
    this.pages = pages;
  }

  /** The newest trial of a proposal and the earlier ones, for the section of its page. */
  void putInto(Map<String, Object> model, long proposal, Visitor visitor) {
    List<ProposalTrial> all = trials.list(proposal);
    model.put("visitor", visitor);
    model.put("proposalId", proposal);
    model.put("usualDays", TryProposal.USUAL_DAYS);
    model.put("usualIncidents", TryProposal.USUAL_INCIDENTS);
    model.put("trial", all.isEmpty() ? null : view(all.get(0), visitor));
    model.put("earlier", all.stream().skip(1).map(trial -> view(trial, null, visitor)).toList());
  }

  private TrialView view(ProposalTrial trial, Visitor visitor) {
    return view(
        trial,
        trials.digest(trial).map(digest -> result(digest, visitor.locale())).orElse(null),
        visitor);
  }

  private static TrialView view(ProposalTrial trial, Result result, Visitor visitor) {
    return new TrialView(
        trial, visitor.at(trial.startedAt()), visitor.at(trial.finishedAt()), result);
  }

  private Result result(TrialDigest digest, Locale locale) {
    return new Result(
        digest.incidents(),
        digest.differing(),
        digest.promises().stream().flatMap(one -> notices(one, locale).stream()).toList(),
        digest.promises().stream().map(one -> promise(one, locale)).toList(),
        digest.steps().stream().filter(this::isShown).map(one -> step(one, locale)).toList(),
        digest.causes().stream().limit(CAUSES).map(one -> words.cause(one, locale)).toList(),
        digest.gaps().stream().map(one -> words.gap(one, locale)).toList());
  }

  private List<String> notices(PromiseDigest promise, Locale locale) {
    String kind = kind(promise, locale);
    List<String> notices = new ArrayList<>();
    if (promise.notPromisedAnyMore() > 0) {
      notices.add(
          pages.words(
              "trial.notPromisedAnyMore",
              locale,
              promise.notPromisedAnyMore(),
              kind,
              promise.brokenAndNotPromisedAnyMore()));
    }
    if (promise.newlyPromised() > 0) {
      notices.add(pages.words("trial.newlyPromised", locale, promise.newlyPromised(), kind));
    }
    if (promise.keptInsteadOfBroken() + promise.brokenInsteadOfKept() > 0) {
      notices.add(
          pages.words(
              "trial.keptOrBroken",
              locale,
              kind,
              promise.keptInsteadOfBroken(),
              promise.brokenInsteadOfKept()));
    }
    return notices;
  }

  private String kind(PromiseDigest promise, Locale locale) {
    return pages.name("clock", promise.kind(), locale);
  }

  private Promise promise(PromiseDigest promise, Locale locale) {
    return new Promise(
        kind(promise, locale),
        Arrays.stream(Verdict.values())
            .map(
                verdict ->
                    new Row(
                        pages.name("trial.verdict", verdict, locale),
                        number(promise.live().getOrDefault(verdict, 0), locale),
                        number(promise.proposed().getOrDefault(verdict, 0), locale)))
            .toList());
  }

  private boolean isShown(StepDigest step) {
    return step.waits() || !step.change().equals("BOTH");
  }

  private Step step(StepDigest step, Locale locale) {
    return new Step(
        step.flow(),
        new Row(step.label(), waiting(step.live(), locale), waiting(step.proposed(), locale)),
        step.change().equals("BOTH") ? null : pages.words("trial.step." + step.change(), locale));
  }

  private String waiting(WaitingDigest waiting, Locale locale) {
    String visits = number(waiting.visits(), locale);
    return waiting.median() == null
        ? visits
        : String.join(" · ", visits, time(waiting.median(), locale), time(waiting.p90(), locale));
  }

  private String time(long seconds, Locale locale) {
    Duration time = Duration.ofSeconds(seconds);
    return pages.words(
        time.toDays() > 0 ? "trial.days" : time.toHours() > 0 ? "trial.hours" : "trial.minutes",
        locale,
        time.toDays(),
        time.toHoursPart(),
        time.toMinutesPart());
  }

  private static String number(int count, Locale locale) {
    return String.format(locale, "%,d", count);
  }
}
