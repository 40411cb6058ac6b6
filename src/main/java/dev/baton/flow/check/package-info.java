/**
 * What is checked in flows, tables and forms before they go live, beyond what each module checks of
 * its own. Begin with {@link dev.baton.engine.release.ReleaseCheck}, whose beans these are.
 */
package dev.baton.flow.check;
