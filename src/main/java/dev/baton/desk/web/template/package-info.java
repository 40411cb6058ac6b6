/** The pages of the reply templates. Begin with {@link TemplatePageController}. */
package dev.baton.desk.web.template;
