/** Clients, services, requesters and mail domains at the API. */
@NamedInterface("web")
package dev.baton.client.web;

import org.springframework.modulith.NamedInterface;
