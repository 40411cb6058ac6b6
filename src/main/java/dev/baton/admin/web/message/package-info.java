/** The pages of the events that people are notified of, and of what messages about them say. */
package dev.baton.admin.web.message;
