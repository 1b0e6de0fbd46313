// npm run bench: the list of benchmarks; npm run bench -- NAME [...]: runs one, from source, and prints its ratios.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -3))
  .sort();
const [name, ...rest] = process.argv.slice(2);

if (name !== undefined && names.includes(name)) {
  const command = [join(folder, '..', 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(folder, `${name}.ts`), ...rest];
  process.exitCode = spawnSync(process.execPath, command, { stdio: 'inherit' }).status ?? 1;
} else {
  if (name !== undefined) console.error(`There is no benchmark "${name}".`);
  const about = (file: string): string => readFileSync(join(folder, `${file}.ts`), 'utf8').split('\n', 1)[0] ?? '';
  for (const each of names) console.log(`${each.padEnd(14)}${about(each).replace(/^\/\/ ?/, '')}`);
  process.exitCode = name === undefined ? 0 : 2;
}
