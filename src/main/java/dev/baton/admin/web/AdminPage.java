package dev.baton.admin.web;

import dev.baton.access.Permission;

/**
 * A page of the administration. Its title, and what it is for, are the texts {@code admin.name} and
 * {@code admin.name.about}. Pages stand in the order of their beans.
 */
public interface AdminPage {

  /** The last part of its address, such as {@code clients}. */
  String name();

  AdminGroup group();

  /** What a person needs to see it. */
  Permission permission();

  default String path() {
    return AdminLayout.PATH + "/" + name();
  }
}
