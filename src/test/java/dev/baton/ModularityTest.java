package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Each room says in its package-info which rooms below it uses; here it is held to that. */
class ModularityTest {

  private static final ApplicationModules MODULES = ApplicationModules.of(BatonApplication.class);

  @Test
  void everyModuleUsesOnlyTheApiOfTheModulesItNames() {
    MODULES.verify();
  }

  @Test
  void everyModuleSaysWhatItMayUse() {
    assertThat(MODULES.stream())
        .allMatch(
            module ->
                module
                    .getBasePackage()
                    .findAnnotation(org.springframework.modulith.ApplicationModule.class)
                    .isPresent());
    assertThat(MODULES.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
        .contains(
            "database",
            "engine",
            "calendar",
            "client",
            "staff",
            "incident",
            "intake",
            "flow",
            "demo");
  }
}
