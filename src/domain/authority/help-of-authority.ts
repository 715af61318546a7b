/** What the settings in force on a day give to every young person's device: whom to call, when the app locks, which pages tell of benefits, what the fund pays for. */
import type {CalendarDate} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import type {HelpOfAuthority} from '../young-person/who-helps.ts';
import {alarmTimes} from '../worry/alarm-times.ts';
import {settingsInForce} from './settings.ts';

export function helpOfAuthority(records: readonly DomainRecord[], on: CalendarDate): HelpOfAuthority {
  const setting = settingsInForce(records);
  return {
    numbers: [...setting('dutyNumbers', on), ...setting('outOfHoursNumbers', on)],
    helpText: setting('helpText', on),
    complaintText: setting('complaintText', on),
    welcomeText: setting('welcomeText', on),
    hiddenLockSeconds: setting('hiddenLockSeconds', on),
    idleLockMinutes: setting('idleLockMinutes', on),
    benefitLinks: [...setting('benefitLinks', on)],
    higherEducationPence: setting('higherEducationAmountPence', on),
    fund: {
      spendTypes: [...setting('spendTypes', on)],
      exclusions: setting('fundExclusions', on),
      capRequestPence: setting('fundCapRequestPence', on),
      evidenceAbovePence: setting('fundEvidenceAbovePence', on),
    },
    alarms: alarmTimes(setting, on),
  };
}
