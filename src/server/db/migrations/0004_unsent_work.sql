-- What a device said it still holds, so that a manager never takes "not sent yet" for "not done".
alter table client add column unsent integer not null default 0;
alter table client add column attention integer not null default 0;
