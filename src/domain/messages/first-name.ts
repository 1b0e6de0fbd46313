// What somebody is called by in a letter.

/** `Ana` of `Ana María Suárez` and of `Suárez, Ana`, as it is written; the whole name where it is one word or begins with a title. */
export function firstName(name: string): string {
  const turned = /^([^,]+),\s*(.+)$/.exec(name.trim());
  const given = (turned?.[2] ?? name).trim();
  if (/^(dr|prof|professor|mr|mrs|ms|mx|sr|sra|herr|frau|mme|m)\.?\s/i.test(given)) return given;
  const [first = given] = given.split(/\s+/);
  // An initial is nothing to be called by: `J. Robert`.
  return /^\p{L}\.?$/u.test(first) ? given : first;
}
