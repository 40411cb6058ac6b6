/** The process owner's pages. */
package dev.baton.flow.web.page;
