/** Words of the screens that staff use; a young person’s device never loads them. Names of codes join those of the frame. Loaded as one file. */
import codes from '#locales/cy/codes-staff.json';
import today from '#locales/cy/today.json';
import people from '#locales/cy/people.json';
import person from '#locales/cy/person.json';
import contact from '#locales/cy/contact.json';
import counts from '#locales/cy/counts.json';
import team from '#locales/cy/team.json';
import history from '#locales/cy/history.json';
import more from '#locales/cy/more.json';

export const bundle = {codes, today, people, person, contact, counts, team, history, more};
