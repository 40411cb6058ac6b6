package dev.baton.major.process;

import dev.baton.engine.TransientFormFields;
import dev.baton.engine.release.FlowContract;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.NamedInterface;

/** Every variable of the flows of major incidents, beside those of the incident's own. */
@NamedInterface("variables")
@Configuration
public class MajorVariables {

  static final String PRIORITY = "priority";
  static final String TIER = "tier";
  static final String OUTCOME = "outcome";
  static final String DUE_AT = "dueAt";
  static final String IS_MAJOR = "isMajor";
  static final String AUDIENCE = "audience";
  static final String RELATED = "related";
  static final String LEAD_ROLES = "leadRoles";
  static final String CLUSTERS = "clusters";
  static final String CLUSTER = "cluster";
  static final String CLUSTER_SIZE = "clusterSize";
  static final String HIGHEST_PRIORITY = "highestPriority";
  static final String IS_KNOWN = "isKnown";

  /** Variables that the engine stores. */
  public static final Set<String> KEPT =
      Set.of(PRIORITY, TIER, OUTCOME, DUE_AT, IS_MAJOR, AUDIENCE, RELATED, LEAD_ROLES, CLUSTER);

  /** Input parameters of steps, and transient variables of one transaction. */
  public static final Set<String> PASSING =
      Set.of(
          CLUSTERS,
          CLUSTER_SIZE,
          HIGHEST_PRIORITY,
          IS_KNOWN,
          "windowMinutes",
          "smallestCluster",
          "askAtPercent",
          "reviewDays");

  /** Variables that people enter in the forms. */
  public static final Set<String> FORM_INPUT =
      Set.of(
          "clientText",
          "internalText",
          "note",
          "reason",
          "summary",
          "cause",
          "wentWell",
          "wentBadly",
          "actions");

  @Bean
  FlowContract majorContract() {
    return new FlowContract(
        "major-incident",
        Set.of("majorIncidentDeclared"),
        Set.of(
            "majorUpdatePosted",
            "majorIncidentResolved",
            "majorIncidentReopened",
            "majorIncidentStoodDown"),
        Set.of("postUpdate", "answerRelated", "review"));
  }

  @Bean
  TransientFormFields majorIncidentInput() {
    return new TransientFormFields(
        Stream.concat(
                FORM_INPUT.stream(),
                Stream.of(CLUSTERS, CLUSTER, CLUSTER_SIZE, HIGHEST_PRIORITY, IS_KNOWN))
            .collect(Collectors.toUnmodifiableSet()));
  }
}
