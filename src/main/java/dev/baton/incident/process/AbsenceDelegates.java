package dev.baton.incident.process;

import dev.baton.engine.BuildingBlock;
import dev.baton.incident.assignment.OfferWorkAgain;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The step of the flow of an absence. */
@Configuration(proxyBeanMethods = false)
class AbsenceDelegates {

  /** Offers some of an absent person's work to others, and says whether that was all of it. */
  @BuildingBlock(
      name = "Offer the work again",
      description =
          "Offers some of the work of an absent person to others. Repeat until all is offered.",
      job = true,
      needs = {"person"},
      sets = {"isAllOffered"})
  @Bean
  JavaDelegate offerAgain(OfferWorkAgain work) {
    return execution -> {
      String person = (String) execution.getVariable(AbsenceVariables.PERSON);
      FormInput.pass(execution, AbsenceVariables.IS_ALL_OFFERED, work.offerSome(person));
    };
  }
}
