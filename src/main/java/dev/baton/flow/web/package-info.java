/** The API of the process owner's tools. Its pages are in {@code flow.web.page}. */
package dev.baton.flow.web;
