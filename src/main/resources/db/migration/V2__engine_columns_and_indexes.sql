-- A timer is due at a millisecond. The engine's column drops the fraction, so a due date reads as up
-- to 0.999 s earlier than it was set, and timers fire too early.
ALTER TABLE ACT_RU_JOB MODIFY DUEDATE_ datetime(3) NULL;

-- Completing a task looks for its sub-tasks.
CREATE INDEX BATON_IDX_TASK_PARENT ON ACT_RU_TASK (PARENT_TASK_ID_);

-- The executor asks for the jobs due next, many times a second.
CREATE INDEX BATON_IDX_JOB_DUEDATE ON ACT_RU_JOB (DUEDATE_);
