// E-mail addresses and names as headers may hold them: nothing out of a file can start a header of its own.

/** A plain address without anything a mail program would read as more than one: `name@host`, ASCII, 254 characters at most. */
export function isPlainAddress(text: string): boolean {
  return text.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text);
}

/** One line without control characters. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** `Ana Suarez <ana@example.org>` or a bare address, in its two parts; undefined where it is neither. */
export function parseAddress(text: string): { readonly name: string; readonly email: string } | undefined {
  const [, name = '', email = ''] = /^(.*?)<([^<>]+)>\s*$/.exec(text) ?? [undefined, '', text.trim()];
  return isPlainAddress(email) ? { name: oneLine(name).replace(/^"(.*)"$/, '$1'), email } : undefined;
}
