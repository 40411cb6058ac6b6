/**
 * Writes messages: templates, languages and a client's own texts. Begin with {@link
 * MessageComposer}.
 */
@NamedInterface("template")
package dev.baton.notification.template;

import org.springframework.modulith.NamedInterface;
