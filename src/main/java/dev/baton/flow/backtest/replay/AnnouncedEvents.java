package dev.baton.flow.backtest.replay;

import dev.baton.notification.announcement.Announcements.News;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events that a desk would have announced to others than one person, each once. */
public final class AnnouncedEvents {

  private final Set<List<Object>> seen = new HashSet<>();
  private final Map<String, List<String>> byIncident = new LinkedHashMap<>();

  /** The same incident, event and epoch are announced once only. */
  void add(News news) {
    if (news.person() == null && seen.add(List.of(news.incident(), news.event(), news.epoch()))) {
      byIncident
          .computeIfAbsent(news.incident().value(), incident -> new ArrayList<>())
          .add(news.event().code());
    }
  }

  /** The codes of the events, in their order. */
  public List<String> of(String incident) {
    return byIncident.getOrDefault(incident, List.of());
  }
}
