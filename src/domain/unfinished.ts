// The names of files that are still being written: what a killed command leaves behind is known by them.

/** Beside `target`, by the process `pid`; `random` keeps two of one process apart. */
export function unfinishedName(target: string, pid: number, random: string): string {
  return `${target}.${pid}-${random}.tmp`;
}

/** The process that writes, or wrote, a file of this name; undefined for any other name. */
export function writerOf(name: string): number | undefined {
  const pid = /\.(\d+)-[0-9a-f]{8,}\.tmp(-journal)?$/.exec(name)?.[1];
  return pid === undefined ? undefined : Number(pid);
}
