/** Reply templates: texts that people put into a reply. Begin with {@link ReplyTemplates}. */
@NamedInterface("template")
package dev.baton.desk.template;

import org.springframework.modulith.NamedInterface;
