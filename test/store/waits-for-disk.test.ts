// If these fail, what a command said it kept may be gone after a power cut; or every test waits for the disk.
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { realHost } from '../../src/cli/host.ts';
import { openStore } from '../../src/store/store.ts';
import { emptyFolder } from '../fake-host.ts';

it.each([
  [{ create: true }, 2],
  [{ create: true, waitsForDisk: realHost().waitsForDisk }, 2],
  [{ create: true, waitsForDisk: false }, 0],
])('opened with %j, synchronous is %i', async (options, synchronous) => {
  const store = await openStore(`${emptyFolder().path}/mentorctl.db`, options);
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(store.db);
  await store.close();
  expect(rows).toEqual([{ synchronous }]);
});
