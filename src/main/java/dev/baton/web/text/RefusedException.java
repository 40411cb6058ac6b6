package dev.baton.web.text;

/** A refusal whose reason stands in the bundle {@code web/refusals}. */
public abstract class RefusedException extends RuntimeException implements Refusal {
  private static final long serialVersionUID = 1L;

  private final transient LocalizableText reason;

  protected RefusedException(LocalizableText reason) {
    this(reason, null);
  }

  protected RefusedException(LocalizableText reason, Throwable cause) {
    super(RefusalTexts.english(reason), cause);
    this.reason = reason;
  }

  /**
   * @param message which is already in the language of whoever reads it
   */
  protected RefusedException(String message) {
    super(message);
    this.reason = null;
  }

  @Override
  public LocalizableText reason() {
    return reason;
  }
}
