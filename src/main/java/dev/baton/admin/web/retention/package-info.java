/** How long records are kept, as a page. */
package dev.baton.admin.web.retention;
