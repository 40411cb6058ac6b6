package dev.baton.notification.template;

/** The templates of each event, by language and client. */
public interface MessageTemplates {

  /** Renders the message for the recipient; never fails because a field is missing. */
  RenderedMessage render(TemplateInput message);
}
