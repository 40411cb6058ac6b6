package dev.baton.engine.web;

import dev.baton.engine.guard.ProposalIds;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.camunda.bpm.engine.rest.dto.AtomLink;
import org.camunda.bpm.engine.rest.dto.repository.DeploymentDto;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the engine's REST API answers a deployment with a proposal, its link leads to that. */
@Configuration(proxyBeanMethods = false)
class ProposalAnswers {

  @Bean
  static BeanFactoryPostProcessor linksToProposals() {
    return beans -> CamundaRestResources.getConfigurationClasses().add(LinkToProposal.class);
  }

  /** Replaces the link to a deployment that does not exist. */
  @Provider
  public static class LinkToProposal implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if (response.getEntity() instanceof DeploymentDto deployment
          && ProposalIds.isProposal(deployment.getId())) {
        URI page = request.getUriInfo().getBaseUri().resolve(ProposalIds.path(deployment.getId()));
        deployment.getLinks().clear();
        deployment.addLink(new AtomLink("proposal", page.toString(), "GET"));
        response.getHeaders().putSingle(HttpHeaders.LOCATION, page.toString());
      }
    }
  }
}
