-- How many tasks each step of the lifecycle has now: counted in the index.
CREATE INDEX BATON_IDX_TASK_STEP ON ACT_RU_TASK (PROC_DEF_ID_, TASK_DEF_KEY_);

-- How long the newest tasks of a step took: the newest some thousand, read backwards.
CREATE INDEX BATON_IDX_HI_TASK_STEP ON ACT_HI_TASKINST 
  (PROC_DEF_KEY_, TASK_DEF_KEY_, END_TIME_, DURATION_, PROC_INST_ID_);
