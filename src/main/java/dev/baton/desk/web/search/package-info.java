/** The search over incidents, messages, people and clients. Begin with {@link SearchController}. */
package dev.baton.desk.web.search;
