/** Sends the mails that ask agents to set their password. */
package dev.baton.admin.invitation;
