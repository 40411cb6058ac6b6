/** Notifications, inbox, outbox, templates and webhooks in the API and as pages. */
package dev.baton.notification.web;
