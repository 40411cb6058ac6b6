/** The messages of whoever is signed in, as a page. Begin with {@link InboxPageController}. */
package dev.baton.desk.web.inbox;
