/** Journal and contacts in one order, page by page. Begin with {@link Timeline}. */
@NamedInterface("timeline")
package dev.baton.incident.timeline;

import org.springframework.modulith.NamedInterface;
