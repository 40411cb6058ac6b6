/**
 * Turns an announcement into one notification for each recipient. Begin with {@link
 * PlanNotifications}.
 */
@NamedInterface("plan")
package dev.baton.notification.plan;

import org.springframework.modulith.NamedInterface;
