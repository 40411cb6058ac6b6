package dev.baton.notification.template;

/** The templates of each event, by language and client. */
public interface MessageTemplates {

  /** Renders the message for the recipient; never fails because a field is missing. */
  RenderedMessage render(TemplateInput message);

  /**
   * Renders the message with a text that is not stored yet.
   *
   * @param isOfClient whether it is a client's own, and not that of an owner's event
   */
  RenderedMessage preview(TemplateInput message, ClientTemplate draft, boolean isOfClient);
}
