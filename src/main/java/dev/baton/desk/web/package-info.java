/** What the desk's pages share: who may see them, their layout and their errors. */
@NamedInterface("web")
package dev.baton.desk.web;

import org.springframework.modulith.NamedInterface;
