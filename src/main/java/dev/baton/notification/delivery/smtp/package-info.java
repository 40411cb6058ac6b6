/** Delivery by mail. */
package dev.baton.notification.delivery.smtp;
