/**
 * The message format (RFC 5322, MIME), read leniently: parts, headers, encodings and charsets.
 * Begin with {@link dev.baton.mail.mime.MimeParser}.
 */
package dev.baton.mail.mime;
