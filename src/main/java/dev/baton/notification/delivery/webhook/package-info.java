/** Delivery to chat tools and programs, as signed JSON. */
package dev.baton.notification.delivery.webhook;
