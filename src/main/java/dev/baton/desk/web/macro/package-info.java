/** The pages of the macros. Begin with {@link MacroPageController}. */
package dev.baton.desk.web.macro;
