package dev.baton;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.baton.incident.IncidentLifecycle;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Date;
import java.util.IntSummaryStatistics;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the house, for all classes that are delivered. */
@AnalyzeClasses(packages = "dev.baton", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] ROOMS_THAT_KNOW_THE_ENGINE = {
    "dev.baton..process..", "dev.baton.engine..", "dev.baton.flow.."
  };
  private static final int LONGEST_DELEGATE = 20;
  private static final int LONGEST_SMALL_STEP = 5;

  private static final DescribedPredicate<JavaClass> DELEGATES =
      are(
          assignableTo(JavaDelegate.class)
              .or(assignableTo(ExecutionListener.class))
              .or(assignableTo(TaskListener.class))
              .as("delegates or listeners"));

  /** The small steps of a flow, of which one configuration holds all. */
  private static final DescribedPredicate<JavaMethod> SMALL_STEPS =
      are(
          DescribedPredicate.<JavaMethod>describe(
              "bean methods of delegates or listeners",
              method ->
                  method.isAnnotatedWith(Bean.class) && DELEGATES.test(method.getRawReturnType())));

  private static final DescribedPredicate<JavaClass> DELEGATES_AND_THEIR_CONFIGURATIONS =
      DELEGATES
          .or(
              DescribedPredicate.describe(
                  "configurations of them",
                  type -> type.getMethods().stream().anyMatch(SMALL_STEPS)))
          .as("are delegates, listeners or configurations of them");

  // The seam

  @ArchTest
  static final ArchRule onlyProcessPackagesEngineAndFlowKnowCamunda =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOMS_THAT_KNOW_THE_ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");

  @ArchTest
  static final ArchRule onlyTheEngineModuleTouchesEngineInternals =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.baton.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..impl..");

  @ArchTest
  static final ArchRule bpmnErrorsAreThrownOnlyInProcessPackages =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.baton..process..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(BpmnError.class);

  @ArchTest
  static final ArchRule onlyTheFlowWritesTheStatusOfAnIncident =
      classes()
          .that()
          .areAssignableTo(IncidentLifecycle.class)
          .should()
          .onlyHaveDependentClassesThat(
              resideInAPackage("dev.baton.incident.process")
                  .or(assignableTo(IncidentLifecycle.class)));

  // The rooms

  @ArchTest
  static final ArchRule theCalendarIsPlainJava =
      classes()
          .that()
          .resideInAPackage("dev.baton.calendar..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.baton.calendar..",
              "java..",
              "de.focus_shift.jollyday..",
              "biweekly..",
              "org.jspecify..",
              "org.springframework.modulith");

  @ArchTest
  static final ArchRule readingMailIsPlainJava =
      classes()
          .that()
          .resideInAPackage("dev.baton.mail..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.baton.mail..",
              "java..",
              "org.jsoup..",
              "org.owasp.html..",
              "org.jspecify..",
              "org.springframework.modulith");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("dev.baton.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule modulesAreFreeOfCycles =
      slices().matching("dev.baton.(*)..").should().beFreeOfCycles();

  // Delegates

  @ArchTest
  static final ArchRule delegatesAndListenersLiveInProcessPackages =
      classes()
          .that(DELEGATES_AND_THEIR_CONFIGURATIONS)
          .should()
          .resideInAPackage("dev.baton..process..");

  @ArchTest
  static final ArchRule noDelegateIsTransactional =
      noClasses()
          .that(DELEGATES_AND_THEIR_CONFIGURATIONS)
          .should()
          .beAnnotatedWith(Transactional.class)
          .orShould()
          .beMetaAnnotatedWith(Transactional.class);

  @ArchTest
  static final ArchRule noMethodOfADelegateIsTransactional =
      noMethods()
          .that()
          .areDeclaredInClassesThat(DELEGATES_AND_THEIR_CONFIGURATIONS)
          .should()
          .beMetaAnnotatedWith(Transactional.class)
          .orShould()
          .beAnnotatedWith(Transactional.class);

  @ArchTest
  static final ArchRule delegatesAreShort =
      methods()
          .that()
          .areDeclaredInClassesThat(DELEGATES_AND_THEIR_CONFIGURATIONS)
          .should(spanAtMost(LONGEST_DELEGATE))
          .because("a delegate reads variables, calls one use case and writes variables");

  @ArchTest
  static final ArchRule smallStepsAreSmall =
      methods()
          .that(SMALL_STEPS)
          .should(spanAtMost(LONGEST_SMALL_STEP))
          .because("a longer one is a class of its own");

  // Habits

  @ArchTest
  static final ArchRule namesComeFromTheBusiness =
      noClasses()
          .that()
          .resideInAPackage("dev.baton..")
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Dto")
          .orShould()
          .haveSimpleNameEndingWith("DTO");

  @ArchTest static final ArchRule noFieldIsInjected = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  static final ArchRule onlyTheClockKnowsWhatTimeItIs =
      noClasses()
          .should()
          .callMethodWhere(currentTimeOfTheMachine())
          .orShould()
          .callConstructorWhere(newDateOfNow());

  @ArchTest
  static final ArchRule entitiesStayInTheirModule =
      noClasses().should(dependOnAnEntityOfAnotherModule());

  private static ArchCondition<JavaClass> dependOnAnEntityOfAnotherModule() {
    return new ArchCondition<>("depend on an entity of another module") {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        user.getDirectDependenciesFromSelf().stream()
            .filter(use -> use.getTargetClass().isAnnotatedWith(Entity.class))
            .forEach(
                use ->
                    events.add(
                        new SimpleConditionEvent(
                            use,
                            !module(user).equals(module(use.getTargetClass())),
                            use.getDescription())));
      }
    };
  }

  private static String module(JavaClass type) {
    return type.getPackageName().split("\\.", 4)[2];
  }

  private static DescribedPredicate<JavaCall<?>> currentTimeOfTheMachine() {
    DescribedPredicate<JavaCall<?>> javaTime =
        target(name("now"))
            .and(target(owner(resideInAPackage("java.time.."))))
            .and(
                DescribedPredicate.describe(
                    "without the Clock",
                    call ->
                        call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class))));
    DescribedPredicate<JavaCall<?>> clocks =
        target(owner(assignableTo(Clock.class))).and(target(nameMatching("system.*")));
    DescribedPredicate<JavaCall<?>> millis =
        target(name("currentTimeMillis")).and(target(owner(assignableTo(System.class))));
    return javaTime.or(clocks).or(millis).as("the time of the machine");
  }

  private static DescribedPredicate<JavaConstructorCall> newDateOfNow() {
    return DescribedPredicate.describe(
        "new Date() of now",
        call ->
            call.getTargetOwner().isEquivalentTo(Date.class)
                && call.getTarget().getRawParameterTypes().isEmpty());
  }

  private static ArchCondition<JavaMethod> spanAtMost(int lines) {
    return new ArchCondition<>("span at most " + lines + " lines") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        IntSummaryStatistics seen =
            method.getAccessesFromSelf().stream()
                .mapToInt(JavaAccess::getLineNumber)
                .filter(line -> line > 0)
                .summaryStatistics();
        if (seen.getCount() > 0 && seen.getMax() - seen.getMin() + 1 > lines) {
          events.add(
              SimpleConditionEvent.violated(
                  method,
                  "%s spans %d lines"
                      .formatted(method.getFullName(), seen.getMax() - seen.getMin() + 1)));
        }
      }
    };
  }
}
