// What `mentorctl help TOPIC` prints.
import { exitCodes } from './domain/failure.ts';

/** Each topic's text, without a last line break. */
export const helpTopics: Readonly<Record<string, () => string | Promise<string>>> = {
  rules: async () => (await import('./domain/matching/scoring/kind-help.ts')).ruleHelp(),
  criteria: async () => (await import('./domain/matching/scoring/kind-help.ts')).criterionHelp(),
  words: async () => (await import('./domain/columns/words-help.ts')).wordsHelp(),
  'exit-codes': () =>
    [['0', 'done'], ...Object.values(exitCodes).map(({ code, meaning }) => [String(code), meaning])]
      .map(([code = '', meaning = '']) => `${code.padStart(4)}  ${meaning}`)
      .join('\n'),
  environment: () =>
    [
      'MENTORCTL_DB          the database, like --db',
      'MENTORCTL_DIR         the program folder, like -C',
      'MENTORCTL_KEY         the key of an encrypted database; a new one is then encrypted with it (docs/security.md)',
      'MENTORCTL_KEY_COMMAND a command that prints that key, like --key-command',
      'MENTORCTL_NEW_KEY     the key that data encrypt changes to',
      'MENTORCTL_FORMAT      text, json, csv, md, html, pdf, xlsx or svg, like --format',
      'MENTORCTL_COLOR       auto, always or never, like --color; NO_COLOR and FORCE_COLOR are heeded',
      'MENTORCTL_NO_INPUT    never ask, like --no-input',
      'PAGER                 shows what is longer than the screen; less if not set, cat for none',
      'MENTORCTL_TODAY       the day to take as today, YYYY-MM-DD, for scripts that must give the same bytes again',
      'A flag wins over these, these over $XDG_CONFIG_HOME/mentorctl/config.yaml (keys: format, color, input, key-command).',
    ].join('\n'),
  formats: () =>
    [
      'text   for reading; may change from version to version',
      'json   a promise: one document with its "schema"; fields are only added within a major version',
      'csv    a promise: RFC 4180, a heading row even when empty, formula cells neutralised; --excel adds BOM and CRLF',
      '       its columns and their types: docs/formats.md; of several tables --table takes one, and alone lists them',
      'md     for pasting into a document',
      'html   one page that needs no network and no script, for screens, ears and paper',
      'pdf    the same, tagged (PDF/UA-1); needs the optional package @myriaddreamin/typst-ts-node-compiler',
      'xlsx   a workbook: what may be said, a sheet a table with real numbers, the method',
      'svg    one figure; --figure says which',
      'The ending of -o FILE says the format where --format does not.',
    ].join('\n'),
};
