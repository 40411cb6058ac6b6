/** Sends notifications and records the result of each. Begin with {@link Deliveries}. */
@NamedInterface("delivery")
package dev.baton.notification.delivery;

import org.springframework.modulith.NamedInterface;
