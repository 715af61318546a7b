-- Parked words get an owner and an end. The words themselves stay for ever.
alter table parked add column owner uuid;
alter table parked add column closed_as text;
alter table parked add column close_words text;
alter table parked add column settling uuid;
alter table parked add column settled_hash text;
