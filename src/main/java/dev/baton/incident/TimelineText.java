package dev.baton.incident;

import dev.baton.web.text.LocalizableText;
import java.time.Instant;

/**
 * One line of what was said and done about an incident.
 *
 * @param id of the journal entry or the contact
 * @param kind of a journal entry, such as HELD; CONTACT_IN or CONTACT_OUT for what was said
 * @param actor sign-in name, or "flow"
 * @param text what happened, in English; null for what was said
 * @param message the same for any language; null for what was said, and where only the text is
 *     known
 * @param note what a person wrote with it; null if nothing
 * @param visibility whether the client sees it
 * @param said the contact; null for a journal entry
 */
public record TimelineText(
    long id,
    Instant at,
    String kind,
    String actor,
    String text,
    LocalizableText message,
    String note,
    Visibility visibility,
    ContactView said) {}
