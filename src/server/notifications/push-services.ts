/** To which addresses this server sends at all: those of browsers' own push services. An address is given by a device, and no device names a place inside the council's network. */

/** Chrome and Edge on Android, Firefox, Safari, Edge on Windows. */
const HOSTS = ['fcm.googleapis.com', 'push.services.mozilla.com', 'push.apple.com', 'notify.windows.com'] as const;

/** Nothing that a store or a header could not hold. */
const PLAIN = /^[!-~]+$/u;

export function isPushService(endpoint: string): boolean {
  if (!PLAIN.test(endpoint) || !URL.canParse(endpoint)) return false;
  const {protocol, hostname, port, username, password} = new URL(endpoint);
  const isKnown = HOSTS.some(host => hostname === host || hostname.endsWith(`.${host}`));
  return protocol === 'https:' && port === '' && username === '' && password === '' && isKnown;
}
