package dev.baton.web.text;

/** Says why something is refused, to readers of any language. Implemented by exceptions. */
public interface Refusal {

  /** The reason in the reader's language; null where only {@link #getMessage()} says it. */
  LocalizableText reason();

  /** The reason in English, as the API and logs say it. */
  String getMessage();
}
