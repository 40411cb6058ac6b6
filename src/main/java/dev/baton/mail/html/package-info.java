/**
 * HTML bodies: as plain text ({@link dev.baton.mail.html.HtmlToText}), or sanitized for display
 * ({@link dev.baton.mail.html.HtmlSanitizer}).
 */
package dev.baton.mail.html;
