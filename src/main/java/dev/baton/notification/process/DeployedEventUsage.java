package dev.baton.notification.process;

import dev.baton.engine.release.LiveFiles;
import dev.baton.engine.release.Release;
import dev.baton.notification.EventUsage;
import dev.baton.notification.NotificationEvent;
import dev.baton.web.text.LocalizableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks for events in the newest version of each flow and of the communication plan. */
@Component
class DeployedEventUsage implements EventUsage {

  private final LiveFiles live;

  DeployedEventUsage(LiveFiles live) {
    this.live = live;
  }

  @Override
  public List<LocalizableText> of(NotificationEvent event) {
    Release release = new Release(live.now(), Set.of());
    List<LocalizableText> uses = new ArrayList<>();
    release.eachFlow(
        (file, model) ->
            EventSteps.in(model).stream()
                .filter(step -> EventSteps.eventOf(step).filter(event.code()::equals).isPresent())
                .map(step -> LocalizableText.of("refused.event.step", EventSteps.words(step), file))
                .forEach(uses::add));
    uses.addAll(PlannedEvents.rowsThatName(release, event.code()));
    return uses;
  }
}
