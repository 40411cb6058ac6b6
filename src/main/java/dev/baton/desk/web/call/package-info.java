/** The help beside "Log a contact". Begin with {@link CallController}. */
package dev.baton.desk.web.call;
