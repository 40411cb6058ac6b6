/** Settings of programs that send to the desk or hear from it. */
package dev.baton.admin.web.channel;
