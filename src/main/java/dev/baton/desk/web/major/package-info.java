/**
 * The list of major incidents, and the page of each. Begin with {@link MajorListController} and
 * {@link MajorPageController}.
 */
package dev.baton.desk.web.major;
