/** What the desk is called and looks like. */
package dev.baton.admin.web.profile;
