package dev.baton.incident.contact;

import dev.baton.incident.ContactView;

/**
 * A contact was logged. Published within the transaction that stored it.
 *
 * @param byFlow whether no person did it
 */
public record ContactLogged(ContactView contact, boolean byFlow) {}
