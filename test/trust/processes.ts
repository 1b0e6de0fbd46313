// Many processes at one database at once: what each said it kept is kept, the others said that they were too late, and all is sound.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { env, say, type Place } from './program.ts';

const built = resolve(import.meta.dirname, '../../bin/mentorctl.js');

export interface ProcessFigures {
  readonly processes: number;
  readonly kept: number;
  readonly late: number;
  readonly wrong: readonly string[];
}

export async function allAtOnce(place: Place, processes: number): Promise<ProcessFigures> {
  const folder = place.fresh('program');
  const codes = await Promise.all(
    Array.from({ length: processes }, (_, index) => {
      const argv =
        index % 8 === 0
          ? ['import', 'more.csv', '--cohort', `c${index}`]
          : ['person', 'add', `New ${index}`, '--id', `P${index}`, '--role', 'mentee', '--cohort', 'fall'];
      const child = spawn(process.execPath, [built, ...argv], {
        cwd: folder,
        env: { ...process.env, HOME: folder, ...env },
        stdio: 'ignore',
      });
      return new Promise<{ code: number | null; index: number }>((done) => {
        child.on('exit', (code) => {
          done({ code, index });
        });
      });
    }),
  );
  const db = new Database(join(folder, 'mentorctl.db'), { readonly: true });
  const has = (index: number): boolean =>
    index % 8 === 0
      ? db.prepare('select 1 from cohort where name = ?').get(`c${index}`) !== undefined
      : db.prepare('select 1 from person where ref = ?').get(`P${index}`) !== undefined;
  const wrong = codes.flatMap(({ code, index }) => {
    if (code !== 0 && code !== 75) return [`process ${index} ended with ${code ?? 'a signal'}`];
    return has(index) === (code === 0) ? [] : [`process ${index} ended with ${code}, and its row says otherwise`];
  });
  db.close();
  const check = await say(folder, 'data check');
  if (check.code !== 0) wrong.push(`data check: ${check.stderr}`);
  return {
    processes,
    kept: codes.filter(({ code }) => code === 0).length,
    late: codes.filter(({ code }) => code === 75).length,
    wrong,
  };
}
