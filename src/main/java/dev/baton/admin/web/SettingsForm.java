package dev.baton.admin.web;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.FieldError;
import java.util.List;

/**
 * A form as somebody sees it.
 *
 * @param id null for a new thing
 * @param seen fingerprint of what is stored; empty for a new thing
 * @param problems of fields
 * @param saved whether it was saved just now
 * @param conflict whether somebody else changed the thing meanwhile
 * @param secret shown this once; null for none
 */
record SettingsForm(
    String id,
    SettingsValues values,
    String seen,
    List<FieldError> problems,
    boolean saved,
    boolean conflict,
    String secret) {

  static SettingsForm blank(SettingsValues values) {
    return new SettingsForm(null, values, "", List.of(), false, false, null);
  }

  static SettingsForm of(String id, SettingsValues values, boolean saved) {
    return new SettingsForm(id, values, values.fingerprint(), List.of(), saved, false, null);
  }

  /** As somebody changed it, on top of what is stored now. */
  static SettingsForm of(String id, SettingsValues values, SettingsValues stored) {
    return new SettingsForm(id, values, stored.fingerprint(), List.of(), false, false, null);
  }

  SettingsForm with(List<FieldError> found) {
    return new SettingsForm(id, values, seen, List.copyOf(found), saved, conflict, secret);
  }

  /** Says that somebody else was faster. */
  SettingsForm changedMeanwhile() {
    return new SettingsForm(id, values, seen, problems, saved, true, secret);
  }

  SettingsForm showing(String shown) {
    return new SettingsForm(id, values, seen, problems, saved, conflict, shown);
  }

  /** Says that there is one of this name already. */
  SettingsForm taken(SettingsTopic topic) {
    String field =
        topic.fields().stream()
            .filter(one -> one.fixed() && !one.isForNewOnly())
            .map(SettingsField::name)
            .reduce((first, last) -> last)
            .orElseThrow();
    return with(List.of(new FieldError(field, LocalizableText.of("refused.settings.taken"))));
  }
}
