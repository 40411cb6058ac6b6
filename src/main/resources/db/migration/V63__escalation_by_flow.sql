-- An escalation whose flow is cancelled is found by its flow, not by looking through all open ones.
create index escalation_flow_instance on escalation (flow_instance_id);
