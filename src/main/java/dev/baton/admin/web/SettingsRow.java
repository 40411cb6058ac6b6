package dev.baton.admin.web;

import java.util.List;

/**
 * A line of a list of settings.
 *
 * @param cells one for each column of the topic; the first leads to the form
 * @param faded whether it is out of use
 */
public record SettingsRow(String id, List<String> cells, boolean faded) {

  public SettingsRow(String id, List<String> cells) {
    this(id, cells, false);
  }
}
