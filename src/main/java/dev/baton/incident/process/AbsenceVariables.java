package dev.baton.incident.process;

import dev.baton.engine.TransientFormFields;
import dev.baton.engine.release.FlowContract;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.NamedInterface;

/** Every variable of the flow of an absence. */
@NamedInterface("variables")
@Configuration
public class AbsenceVariables {

  /** Sign-in name of who is away. */
  static final String PERSON = "person";

  /** When it begins. */
  static final String DUE_AT = "dueAt";

  static final String IS_ALL_OFFERED = "isAllOffered";

  /** Variables that the engine stores. */
  public static final Set<String> KEPT = Set.of(PERSON, DUE_AT);

  /** Transient variable, read by the gateway of one transaction. */
  public static final Set<String> PASSING = Set.of(IS_ALL_OFFERED);

  @Bean
  FlowContract absenceContract() {
    return new FlowContract(
        "absence",
        Set.of("absencePlanned"),
        Set.of("absenceChanged", "absenceWithdrawn"),
        Set.of());
  }

  @Bean
  TransientFormFields absenceInput() {
    return new TransientFormFields(PASSING);
  }
}
