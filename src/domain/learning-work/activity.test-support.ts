/** The body of `activity.enter` with nothing said but that it is the main one: tests add what they are about. */
export const NOTHING_SAID = {
  what: null,
  where: null,
  expectedEndOn: null,
  hours: null,
  level: null,
  isTraining: null,
  neetReason: null,
  startsOn: null,
  startsAs: null,
  isMain: true,
  words: null,
  ends: null,
};
