/** The delegates and listeners of the flow that tells people. */
package dev.baton.notification.process;
