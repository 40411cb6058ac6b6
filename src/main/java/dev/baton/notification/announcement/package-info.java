/** Passes events of other modules to the communication plan. Begin with {@link Announcements}. */
@NamedInterface("announcement")
package dev.baton.notification.announcement;

import org.springframework.modulith.NamedInterface;
