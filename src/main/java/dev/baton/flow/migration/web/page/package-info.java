/** The pages of migrations. */
package dev.baton.flow.migration.web.page;
