/** The channel for mail: over SMTP, or caught where there is no server. */
package dev.baton.notification.internal.smtp;
