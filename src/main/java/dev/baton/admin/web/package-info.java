/**
 * What the administration pages share. A list of things that have settings, with its form, its
 * import and its history, is a {@link dev.baton.admin.web.SettingsTopic}.
 */
package dev.baton.admin.web;
