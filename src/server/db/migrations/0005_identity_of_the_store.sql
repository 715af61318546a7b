-- Beside an epoch stands which store it was: another timeline or system_identifier at a start means another store.
alter table server_epoch add column timeline integer;
