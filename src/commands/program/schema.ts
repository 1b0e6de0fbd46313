// mentorctl program schema: the JSON Schema of mentorctl.yaml, so that an editor completes and checks it without a network.
import { resolve } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { writeFileWhole } from '../../cli/write-file.ts';
import { programJsonSchemaText } from '../../intake/program-json-schema.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';

export function define(command: Command, act: Act): void {
  command
    .addHelpText(
      'after',
      [
        '',
        'With it in a file beside mentorctl.yaml, this first line makes editors that know YAML schemas use it:',
        '  # yaml-language-server: $schema=./mentorctl.schema.json',
        '',
        'Examples:',
        '  mentorctl program schema -o mentorctl.schema.json',
        '  mentorctl program schema',
      ].join('\n'),
    )
    .action(() => act((_, context) => runSchema(context), {}));
}

/** A schema has a form of its own, whatever --format says. */
function runSchema({ host, settings }: Context): Promise<void> {
  const text = programJsonSchemaText();
  if (settings.output === undefined) host.stdout.write(text);
  else writeFileWhole(resolve(host.cwd, settings.output), text);
  return Promise.resolve();
}
