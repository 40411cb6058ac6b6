-- A user task says in its model what kind it is, and carries the kind as a variable, by which the
-- lists of Tasklist find it. Open tasks of earlier models get theirs here, and the lists, which named
-- the steps of the model, look for it.
insert into ACT_RU_VARIABLE
  (ID_, REV_, TYPE_, NAME_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, TASK_ID_, TEXT_,
   VAR_SCOPE_, SEQUENCE_COUNTER_, IS_CONCURRENT_LOCAL_)
select uuid(), 1, 'string', 'taskKind', t.EXECUTION_ID_, t.PROC_INST_ID_, t.PROC_DEF_ID_, t.ID_,
  case t.TASK_DEF_KEY_
    when 'waitOnHold' then 'hold'
    when 'confirmResolution' then 'confirmation'
    else 'work'
  end,
  t.ID_, 1, 0
from ACT_RU_TASK t join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
where d.KEY_ = 'incident-lifecycle'
  and t.TASK_DEF_KEY_ in
    ('resolveAtFirstLine', 'resolveAtSecondLine', 'waitOnHold', 'confirmResolution')
  and not exists
    (select 1 from ACT_RU_VARIABLE v where v.TASK_ID_ = t.ID_ and v.NAME_ = 'taskKind');

update ACT_RU_FILTER
set QUERY_ = replace(
  QUERY_,
  '"keys":["resolveAtFirstLine","resolveAtSecondLine"]',
  '"taskVariables":[{"name":"taskKind","value":"work","operator":"EQUALS"}]')
where QUERY_ not like '%"taskVariables"%';

update ACT_RU_FILTER
set QUERY_ = replace(
  QUERY_,
  '"key":"waitOnHold"',
  '"taskVariables":[{"name":"taskKind","value":"hold","operator":"EQUALS"}]')
where QUERY_ not like '%"taskVariables"%';
