/** What the settings in force on a day give to every young person's device: whom to call, and when the app locks. */
import type {CalendarDate} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import type {HelpOfAuthority} from '../young-person/who-helps.ts';
import {settingsInForce} from './authority.ts';

export function helpOfAuthority(records: readonly DomainRecord[], on: CalendarDate): HelpOfAuthority {
  const setting = settingsInForce(records);
  return {
    numbers: [],
    helpText: null,
    complaintText: null,
    welcomeText: null,
    hiddenLockSeconds: setting('hiddenLockSeconds', on),
    idleLockMinutes: setting('idleLockMinutes', on),
  };
}
