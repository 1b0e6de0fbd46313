// If these fail, a script hangs on a question nobody will answer.
import { describe, expect, it } from 'vitest';
import { asker } from '../../src/cli/ask.ts';
import type { Host } from '../../src/cli/host.ts';
import type { Settings } from '../../src/cli/settings.ts';

const host = (isTTY: boolean): Host =>
  ({ stdin: { isTTY }, stderr: { isTTY, write: () => undefined, columns: 80 } }) as unknown as Host;
const settings = (input: boolean): Settings => ({ input: { value: input } }) as unknown as Settings;

describe('a question', () => {
  it.each([
    ['without a terminal', false, true],
    ['under --no-input', true, false],
  ])('fails %s and names the flag that answers it', async (_, isTTY, input) => {
    const ask = asker(host(isTTY), settings(input));
    expect(ask.possible).toBe(false);
    await expect(ask.confirm('Erase Ana Souza?', '--yes')).rejects.toMatchObject({
      code: 'needs-answer',
      exitCode: 2,
      hint: 'Without a terminal, answer with --yes.',
    });
    await expect(ask.choose('Which kind?', [{ value: 'roster', label: 'roster' }], '--as')).rejects.toMatchObject({
      code: 'needs-answer',
    });
  });

  it('is possible on a terminal', () => {
    expect(asker(host(true), settings(true)).possible).toBe(true);
  });
});
