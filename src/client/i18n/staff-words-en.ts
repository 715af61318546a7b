/** Words of the screens that staff use; a young person’s device never loads them. Names of codes join those of the frame. Loaded as one file. */
import codesOfPages from '#locales/en/codes-page.json';
import codesOfStaff from '#locales/en/codes-staff.json';
import deadlines from '#locales/en/deadlines.json';
import today from '#locales/en/today.json';
import people from '#locales/en/people.json';
import counts from '#locales/en/counts.json';
import team from '#locales/en/team.json';

export const bundle = {codes: {...codesOfPages, ...codesOfStaff}, deadlines, today, people, counts, team};
