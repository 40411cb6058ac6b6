-- The executor takes jobs by priority, then by due date. BATON_IDX_JOB_DUEDATE gives no such order:
-- when many are due, all of them are read, checked and sorted for every 16 that are taken.
-- ANALYZE with 20,000 due timers (MariaDB 11.4):
--   before  RES: range over BATON_IDX_JOB_DUEDATE, 20,000 rows read, filesort; 115 ms
--   after   RES: BATON_IDX_JOB_PRIORITY in its order, ended after 32 rows; 0.7 ms
-- With 20,000 due of the lowest priority and 20,000 waiting ones of all: 125 ms, then 16 ms. With few
-- due, the optimizer goes by BATON_IDX_JOB_DUEDATE as before, and sorts those few.
CREATE INDEX BATON_IDX_JOB_PRIORITY ON ACT_RU_JOB (PRIORITY_ DESC, DUEDATE_);

-- The same query leaves out instances of which a job is running: LOCK_EXP_TIME_ >= ? and exclusive.
-- ANALYZE with 40,000 timers, 500 of them locked:
--   before  J2: ALL, 40,000 rows read, each time; 10 ms for the whole query by due date
--   after   J2: range over BATON_IDX_JOB_LOCK, 500 rows; 0.9 ms
CREATE INDEX BATON_IDX_JOB_LOCK ON ACT_RU_JOB (LOCK_EXP_TIME_);

-- The look-ahead asks for the instants of the next 1.5 seconds, and needs no more than
-- BATON_IDX_JOB_DUEDATE: range, "Using index", as many rows as there are timers in that time.
