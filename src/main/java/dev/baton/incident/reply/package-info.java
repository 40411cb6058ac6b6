/**
 * What the client wrote, until somebody has read and answered it. Begin with {@link ClientReplies}.
 */
@NamedInterface("reply")
package dev.baton.incident.reply;

import org.springframework.modulith.NamedInterface;
