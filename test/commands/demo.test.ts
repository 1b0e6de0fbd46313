// If this fails, the first thing that anybody sees of the program is pages of output, or a demo that shows only one kind of answer.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

it(
  'the demo is one screen of story, with one lottery that can tell beside one that cannot, whatever the seed',
  { timeout: 240_000 },
  async () => {
    for (const seed of ['2', '5']) {
      const folder = emptyFolder();
      const env = { MENTORCTL_DB: '/nowhere/mentorctl.db' };
      const { code, stdout, stderr } = await folder.run(['demo', 'sample', '--seed', seed], { columns: 100, env });
      expect(code, stderr).toBe(0);
      const lines = stdout.trim().split('\n');
      expect(lines.length).toBeLessThanOrEqual(40);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
      const lotteries = stdout.split('\n\n').filter((part) => part.includes('-C lotteries'));
      const [clear = '', unclear = ''] = lotteries.map((part) => part.replace(/\s+/g, ' '));
      expect(clear).toContain('drawn 136 of 160 (85 %), not drawn 104 of 160 (65 %). The offer of "drawn" raised it:');
      expect(unclear).toContain('drawn 17 of 20 (85 %), not drawn 13 of 20 (65 %).');
      expect(unclear).toContain('these numbers cannot tell');
      // Whoever wants the whole of it finds every command there, and can type each that the screen shows.
      const walk = readFileSync(join(folder.path, 'sample/every-step.txt'), 'utf8');
      const shown = [...stdout.matchAll(/^\$ (mentorctl .*)$/gm)].map(([, line = '']) => line);
      expect(shown.length).toBe(6);
      for (const line of shown) expect(walk).toContain(`$ ${line}\n`);
      const again = await folder.run((shown[4] ?? '').split(' ').slice(1), { under: 'sample' });
      expect(again.stdout).toContain('drawn 136 of 160');
      expect(existsSync(join(folder.path, 'sample/registrar-fall-2025.csv'))).toBe(true);
    }
  },
);
