-- Each role reads the filters of Tasklist that are meant for it; reading all of them by the kind of
-- thing they are (5 = filter, 2 = read, 8 = create) ends. Rights are given anew at every start.
update ACT_RU_AUTHORIZATION set PERMS_ = 8
where RESOURCE_TYPE_ = 5 and RESOURCE_ID_ = '*' and TYPE_ = 1 and PERMS_ = 10
  and GROUP_ID_ in ('team-lead', 'service-desk-manager', 'director-of-operations');

delete from ACT_RU_AUTHORIZATION
where RESOURCE_TYPE_ = 5 and RESOURCE_ID_ = '*' and TYPE_ = 1 and PERMS_ = 2
  and GROUP_ID_ in ('agent', 'senior-agent', 'team-lead', 'service-desk-manager',
    'director-of-operations', 'client-relationship-manager', 'qa-specialist', 'trainer',
    'process-owner');
