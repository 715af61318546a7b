/** Names of the codes that stand in a file and in what is sent; lists of people need none of them. Loaded as one file. */
import codes from '#locales/cy/codes-file.json';
export const bundle = {codes};
