/** How long records are kept. */
package dev.baton.admin.web.record;
