/** Words of learning and work, on a young person’s phone; staff’s come with those of a file. Loaded as one file. */
import learning from '#locales/cy/learning.json';

export const bundle = {learning};
