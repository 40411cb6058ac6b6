package dev.baton.flow.difference;

import dev.baton.engine.release.ModelXml;
import java.util.Locale;

/** What a file holds. */
public enum FileKind {
  FLOW,
  TABLE,
  FORM,
  /** Nothing that a release knows; the checks refuse it. */
  OTHER;

  static FileKind of(String name) {
    if (ModelXml.isForm(name)) {
      return FORM;
    }
    if (!ModelXml.isModel(name)) {
      return OTHER;
    }
    return name.toLowerCase(Locale.ROOT).contains(".bpmn") ? FLOW : TABLE;
  }
}
