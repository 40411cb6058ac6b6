/**
 * What a mail says: who wrote, to whom, what, in answer to what, with which files; whether a
 * machine wrote it, whether it came back undelivered. Plain Java over bytes; knows nothing of the
 * rest.
 */
@ApplicationModule(allowedDependencies = {})
package dev.baton.mail;

import org.springframework.modulith.ApplicationModule;
