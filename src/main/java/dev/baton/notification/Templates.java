package dev.baton.notification;

/** The words of each event, by language and client. */
public interface Templates {

  /** What the reader gets; never fails for want of a field. */
  Rendered render(Message message);
}
