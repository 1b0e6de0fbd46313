// Where fonts lie on this machine: for letters that Typst brings none for.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where systems keep their fonts, and people their own. */
export function machineFonts(): string[] {
  const home = homedir();
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.fonts'),
    join(home, '.local/share/fonts'),
    '/System/Library/Fonts',
    '/Library/Fonts',
    join(home, 'Library/Fonts'),
    'C:\\Windows\\Fonts',
    join(home, 'AppData/Local/Microsoft/Windows/Fonts'),
  ].filter((folder) => existsSync(folder));
}
