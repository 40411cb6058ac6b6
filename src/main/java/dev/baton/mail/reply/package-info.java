/**
 * Separates what the sender wrote from quoted text and signatures. Begin with {@link
 * dev.baton.mail.reply.ReplyExtractor}.
 */
package dev.baton.mail.reply;
