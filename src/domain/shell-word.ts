// Words of a command line, for the commands that messages and reports propose.

/** A name as it must be typed in a shell. */
export function shellWord(name: string): string {
  return /^[\w.@/-]+$/.test(name) ? name : `"${name.replace(/(["\\$`])/g, '\\$1')}"`;
}
