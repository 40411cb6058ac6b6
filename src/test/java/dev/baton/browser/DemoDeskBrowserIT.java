package dev.baton.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;

/**
 * The browser tests, one after the other on one desk: starting it costs more than any of them. They
 * do not disturb each other; the last but one deploys a broken flow and mends it. One alone: {@code
 * -Dit.test='DemoDeskBrowserIT$WorkingDay'}.
 */
@NeedsChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class DemoDeskBrowserIT {

  private DemoDeskProgram desk;

  @BeforeAll
  void openTheDesk() {
    desk = DemoDeskProgram.start();
  }

  @AfterAll
  void closeTheDesk() {
    if (desk != null) {
      desk.close();
    }
  }

  @Nested
  @Order(1)
  class AgentsMorning extends AgentsMorningBrowserIT {

    AgentsMorning() {
      super(desk);
    }
  }

  @Nested
  @Order(2)
  class WorkingDay extends WorkingDayBrowserIT {

    WorkingDay() {
      super(desk);
    }
  }

  @Nested
  @Order(3)
  class LogAContact extends LogAContactBrowserIT {

    LogAContact() {
      super(desk);
    }
  }

  @Nested
  @Order(3)
  class CallPage extends CallPageBrowserIT {

    CallPage() {
      super(desk);
    }
  }

  @Nested
  @Order(3)
  class CallPageCaller extends CallPageCallerBrowserIT {

    CallPageCaller() {
      super(desk);
    }
  }

  @Nested
  @Order(3)
  class Tasklist extends TasklistBrowserIT {

    Tasklist() {
      super(desk);
    }
  }

  @Nested
  @Order(4)
  class FirstSignIn extends FirstSignInBrowserIT {

    FirstSignIn() {
      super(desk);
    }
  }

  @Nested
  @Order(4)
  class Contacts extends ContactsBrowserIT {

    Contacts() {
      super(desk);
    }
  }

  @Nested
  @Order(4)
  class Writing extends WritingBrowserIT {

    Writing() {
      super(desk);
    }
  }

  @Nested
  @Order(4)
  class Agreements extends AgreementsBrowserIT {

    Agreements() {
      super(desk);
    }
  }

  @Nested
  @Order(5)
  class AdministratorsDay extends AdministratorsDayBrowserIT {

    AdministratorsDay() {
      super(desk);
    }
  }

  @Nested
  @Order(5)
  class OwnersDay extends OwnersDayBrowserIT {

    OwnersDay() {
      super(desk);
    }
  }

  @Nested
  @Order(6)
  class ManagersMorning extends ManagersMorningBrowserIT {

    ManagersMorning() {
      super(desk);
    }
  }

  @Nested
  @Order(7)
  class LeadsWeek extends LeadsWeekBrowserIT {

    LeadsWeek() {
      super(desk);
    }
  }
}
