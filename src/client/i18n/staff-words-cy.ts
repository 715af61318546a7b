/** Words of the screens that staff use; a young person’s device never loads them. Names of codes join those of the frame. Loaded as one file. */
import codesOfPages from '#locales/cy/codes-page.json';
import codesOfStaff from '#locales/cy/codes-staff.json';
import deadlines from '#locales/cy/deadlines.json';
import today from '#locales/cy/today.json';
import people from '#locales/cy/people.json';
import person from '#locales/cy/person.json';
import contact from '#locales/cy/contact.json';
import counts from '#locales/cy/counts.json';
import team from '#locales/cy/team.json';
import history from '#locales/cy/history.json';
import importHolds from '#locales/cy/import-holds.json';
import parked from '#locales/cy/parked.json';
import more from '#locales/cy/more.json';

export const bundle = {
  codes: {...codesOfPages, ...codesOfStaff},
  deadlines,
  today,
  people,
  person,
  contact,
  counts,
  team,
  history,
  'import-holds': importHolds,
  parked,
  more,
};
