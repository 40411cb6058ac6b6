/** Filters of the list of incidents that people keep. Begin with {@link SavedViews}. */
package dev.baton.desk.view;
