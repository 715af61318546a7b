/**
 * the relevant amount is one sum for a course, however many parts it is paid in; another course has its own. A course of
 * higher education that is in the file is told by its record, any other by how it is called.
 */
import {isHigherEducation} from '../learning-work/codes.ts';
import type {RecordOf} from '../record-kinds.ts';
import type {DomainRecord} from '../shared/record.ts';

type Support = RecordOf<'education-support'>;

const called = (course: string): string => course.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();

/** Requests, other than the one of the id `but`, on which the relevant amount has been granted. */
export const relevantAmounts = (supports: readonly DomainRecord[], but: string | null = null): readonly Support[] =>
  (supports as readonly Support[]).filter(
    ({id, data}) => id !== but && data.what === 'relevant_amount' && data.decision?.outcome === 'granted',
  );

/** Whether both are for one course; `activities`: all of the person. */
export function isOneCourse(one: Support, other: Support, activities: readonly DomainRecord[]): boolean {
  const inFile = ({data}: Support) =>
    (activities as readonly RecordOf<'activity'>[]).find(({id, data: {code}}) => id === data.activity && isHigherEducation(code));
  const [its, others] = [inFile(one), inFile(other)];
  return its && others ? its.id === others.id : called(one.data.course) === called(other.data.course);
}

/** Whether it was for the course that somebody follows: by the record of it, or by how it is called. */
export const isForCourse = ({data}: Support, {id, data: {what}}: RecordOf<'activity'>): boolean =>
  data.activity === null ? !!what && called(data.course) === called(what) : data.activity === id;
