/** Sends notifications and records what became of each. Begin with {@link Deliveries}. */
@NamedInterface("delivery")
package dev.baton.notification.delivery;

import org.springframework.modulith.NamedInterface;
