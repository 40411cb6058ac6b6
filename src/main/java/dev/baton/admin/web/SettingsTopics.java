package dev.baton.admin.web;

import dev.baton.web.NotFound;
import java.util.List;
import org.springframework.stereotype.Component;

/** All topics, found by name. */
@Component
class SettingsTopics {

  private final List<SettingsTopic> all;

  SettingsTopics(List<SettingsTopic> all) {
    this.all = List.copyOf(all);
  }

  /**
   * @throws NotFound if there is none with this name
   */
  SettingsTopic get(String name) {
    return all.stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NotFound("page", name));
  }

  /**
   * @throws NotFound if there is none with this name, or its things are not made here
   */
  SettingsTopic creatable(String name) {
    SettingsTopic topic = get(name);
    if (!topic.canCreate()) {
      throw new NotFound("page", name + "/new");
    }
    return topic;
  }

  /**
   * @throws NotFound if there is none with this name, or it takes no tables
   */
  SettingsTopic importable(String name) {
    SettingsTopic topic = get(name);
    if (!topic.canImport()) {
      throw new NotFound("page", name + "/import");
    }
    return topic;
  }
}
