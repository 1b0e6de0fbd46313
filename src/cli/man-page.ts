// The manual page, made from the same definitions as --help and completion.
import type { CommandWords, OptionWords } from './completion-script.ts';

export interface ManPage {
  readonly version: string;
  readonly summary: string;
  readonly commands: readonly CommandWords[];
  /** The options that go with every command. */
  readonly everywhere: readonly OptionWords[];
  readonly topics: readonly { readonly title: string; readonly text: string }[];
}

/** In roff, as man(1) reads it. */
export function manPage({ version, summary, commands, everywhere, topics }: ManPage): string {
  const lines = [
    `.TH MENTORCTL 1 "" "mentorctl ${version}" "mentorctl manual"`,
    '.SH NAME',
    `mentorctl \\- ${roff(summary)}`,
    '.SH SYNOPSIS',
    '.B mentorctl',
    '.I command',
    '[\\fIoptions\\fR]',
    '.SH COMMANDS',
    ...commands.flatMap(({ words, summary: does, options }) => [
      '.SS',
      `mentorctl ${roff(words)}`,
      roff(does),
      ...options.flatMap(optionLines),
    ]),
    '.SH OPTIONS WITH EVERY COMMAND',
    ...everywhere.flatMap(optionLines),
    ...topics.flatMap(({ title, text }) => [`.SH ${title.toUpperCase()}`, '.nf', ...text.split('\n').map(roff), '.fi']),
  ];
  return `${lines.join('\n')}\n`;
}

function optionLines({ written, description }: OptionWords): string[] {
  return ['.TP', `\\fB${roff(written)}\\fR`, roff(description)];
}

/** A line of text that roff does not take for a request, with hyphens that can be copied. */
function roff(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('\n', ' ')
    .replace(
      /[^\x20-\x7e]/gu,
      (letter) => `\\[u${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped;
}
