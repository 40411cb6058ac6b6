/** The API of migrations. Their pages are in {@code flow.migration.web.page}. */
package dev.baton.flow.migration.web;
