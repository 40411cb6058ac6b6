/** Notifications, inbox, outbox, templates and webhooks at the API and as pages. */
package dev.baton.notification.web;
