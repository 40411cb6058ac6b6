package dev.baton.engine.guard;

import dev.baton.engine.release.ModelXml;
import dev.baton.engine.release.ReleaseComplaint;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformer;
import org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/** Lets the engine parse a file as it does at a deployment, and forgets the result. */
@Component
class EngineModelReader implements ModelReader {

  private static final String REMEDY = "Open the file in Modeler and mend the element.";

  private final ProcessEngineConfigurationImpl engine;

  EngineModelReader(ProcessEngine engine) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  @Override
  public List<ReleaseComplaint> complaints(String file, byte[] content) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            command ->
                file.toLowerCase(Locale.ROOT).contains(".bpmn")
                    ? ofFlow(file, content)
                    : ofTable(file, content));
  }

  private List<ReleaseComplaint> ofFlow(String file, byte[] content) {
    try {
      parser()
          .createParse()
          .sourceInputStream(new ByteArrayInputStream(content))
          .deployment(new DeploymentEntity())
          .name(file)
          .execute();
      return List.of();
    } catch (ParseException problems) {
      return problems.getResorceReports().stream()
          .flatMap(report -> report.getErrors().stream())
          .map(problem -> complaint(file, problem, ModelXml.labels(content)))
          .toList();
    }
  }

  private BpmnParser parser() {
    return engine.getDeployers().stream()
        .filter(BpmnDeployer.class::isInstance)
        .map(BpmnDeployer.class::cast)
        .map(BpmnDeployer::getBpmnParser)
        .findFirst()
        .orElseThrow();
  }

  private static ReleaseComplaint complaint(
      String file, Problem problem, Map<String, String> labels) {
    String element = problem.getMainElementId() == null ? "" : problem.getMainElementId();
    return ReleaseComplaint.error(
        file, element, labels.get(element), problem.getMessage() + ".", REMEDY);
  }

  private List<ReleaseComplaint> ofTable(String file, byte[] content) {
    DmnTransformer transformer = engine.getDmnEngineConfiguration().getTransformer();
    try {
      transformer
          .createTransform()
          .modelInstance(new ByteArrayInputStream(content))
          .transformDecisionRequirementsGraph();
      return List.of();
    } catch (DmnTransformException problem) {
      return List.of(ReleaseComplaint.error(file, "", null, problem.getMessage() + ".", REMEDY));
    }
  }
}
