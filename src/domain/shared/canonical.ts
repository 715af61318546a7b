/**
 * One way to write a JSON value, whatever the order in which its keys were made: for comparing, and for digests that are
 * worked out on a device and on the server. What JSON does not carry (a key without a value) is not written.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
      .join()}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
