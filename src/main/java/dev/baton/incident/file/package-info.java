/** Files of contacts and the raw mails they came with. */
@NamedInterface("file")
package dev.baton.incident.file;

import org.springframework.modulith.NamedInterface;
