// Files are open to root whatever their mode says. What is refused to anybody else is tried as anybody else.
import { chownSync } from 'node:fs';

const nobody = 65534;

/** Runs `work` as a user who owns `paths` and is not root. */
export async function asAnybody(paths: readonly string[], work: () => Promise<void> | void): Promise<void> {
  if (process.geteuid?.() !== 0) {
    await work();
    return;
  }
  for (const path of paths) chownSync(path, nobody, nobody);
  process.setegid?.(nobody);
  process.seteuid?.(nobody);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}
