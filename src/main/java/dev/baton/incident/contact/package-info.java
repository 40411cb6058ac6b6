/** The contact log. Begin with {@link ContactLog}. */
@NamedInterface("contact")
package dev.baton.incident.contact;

import org.springframework.modulith.NamedInterface;
