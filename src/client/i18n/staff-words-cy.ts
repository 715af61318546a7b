/** Words of the screens that staff use; a young person’s device never loads them. Names of codes join those of the frame. Loaded as one file. */
import codesOfPages from '#locales/cy/codes-page.json';
import codesOfStaff from '#locales/cy/codes-staff.json';
import deadlines from '#locales/cy/deadlines.json';
import today from '#locales/cy/today.json';
import people from '#locales/cy/people.json';
import counts from '#locales/cy/counts.json';
import team from '#locales/cy/team.json';

export const bundle = {codes: {...codesOfPages, ...codesOfStaff}, deadlines, today, people, counts, team};
