package dev.baton.notification;

import dev.baton.web.text.LocalizableText;
import java.util.List;

/** Finds where the flows and tables that are live name an event. */
public interface EventUsage {

  /**
   * Such as {@code "Tell the client" (tellClient) of incident-lifecycle.bpmn}; empty if nowhere.
   */
  List<LocalizableText> of(NotificationEvent event);
}
