package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelBeansTest {

  @Test
  void findsTheBeansOfStepsListenersAndThrowEvents() {
    assertThat(ModelBeans.namesIn(ModelFiles.PROCESSES))
        .contains("placeOnHold", "offerEscalation", "recordRoute", "passAnswerOn", "startWork");
  }
}
