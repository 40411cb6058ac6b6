/** The delegates and listeners of the notification flow. */
package dev.baton.notification.process;
