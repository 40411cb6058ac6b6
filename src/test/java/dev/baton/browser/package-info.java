/** What a person sees, in the system's own Chromium. */
package dev.baton.browser;
