/** Words of being woken for an alarm: of its page, and of the one sentence that a device shows. Loaded as one file. */
import notifications from '#locales/cy/notifications.json';

export const bundle = {notifications};
