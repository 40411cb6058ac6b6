package dev.baton.notification.template;

/** The words of each event, by language and client. */
public interface MessageTemplates {

  /** What the reader gets; never fails for want of a field. */
  RenderedMessage render(TemplateInput message);
}
