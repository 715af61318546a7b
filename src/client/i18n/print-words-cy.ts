/** Words of what is printed and of the screen on which it is. Loaded as one file. */
import print from '#locales/cy/print.json';
export const bundle = {print};
