/** The list of incidents, as a page and as CSV. Begin with {@link ListController}. */
package dev.baton.desk.web.list;
