// If this fails, a script that asks for a report before the registrar has answered stops, or reads half a document.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

it.each(['retention', 'performance'])('report %s is a whole document where nothing is recorded yet', async (name) => {
  const folder = emptyFolder();
  cpSync('test/errors/_program/people.csv', join(folder.path, 'people.csv'));
  for (const line of ['import people.csv --cohort fall', 'match --cohort fall', 'pair accept --all'])
    expect((await folder.run(line.split(' '))).code).toBe(0);
  const text = await folder.run(['report', name]);
  expect(text.code).toBe(0);
  expect(text.stdout).toContain('Nothing is recorded yet for fall');
  expect(text.stdout).toContain('Next: mentorctl import');
  const json = JSON.parse((await folder.run(['report', name, '--json'])).stdout) as Record<string, unknown>;
  expect(json).toMatchObject({ schema: `mentorctl/report-${name}@1`, findings: [], claim: { level: 0 } });
  const csv = await folder.run(['report', name, '--format', 'csv']);
  expect(csv.code).toBe(0);
  expect(csv.stdout.trim().split('\n')).toEqual(['outcome,group,unknown,known,yes,rate,low,high']);
});
