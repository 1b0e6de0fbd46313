// What a command that records one thing says it did, or would do.

/** `Recorded`, `Changed`, `Already there`; in a dry run `Would record`, `Would change`. */
export function recordedWords(
  { added, changed }: { readonly added: readonly unknown[]; readonly changed: readonly unknown[] },
  dryRun = false,
  verb: { readonly did: string; readonly would: string } = { did: 'Recorded', would: 'Would record' },
): string {
  if (added.length > 0) return dryRun ? verb.would : verb.did;
  if (changed.length > 0) return dryRun ? 'Would change' : 'Changed';
  return 'Already there';
}
