// What is said of the database's file: copied, put back, encrypted.
import { nextStep, prose } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';

export function backupReport(file: string, bytes: number, encrypted: boolean): Report {
  return {
    schema: 'mentorctl/backup@1',
    blocks: [
      prose(
        `Copied the database to ${file} (${Math.ceil(bytes / 1024)} KB), opened and checked. ${encrypted ? 'It is encrypted with the same key. ' : ''}It holds everybody's data: keep it where the program is kept.`,
      ),
      nextStep(`mentorctl data restore ${file} --yes`, 'brings it back'),
    ],
    json: { file, bytes, encrypted },
  };
}

/** `kept`: what the file is called now that stood there before. */
export function restoreReport(file: string, kept: string | undefined, encrypted: boolean): Report {
  return {
    schema: 'mentorctl/restore@1',
    blocks: [
      prose(
        `Restored ${file}, checked before.${kept === undefined ? '' : ` What stood there is kept as ${kept}.`}${encrypted ? ' It is encrypted.' : ''}`,
      ),
      nextStep('mentorctl data check'),
    ],
    json: { file, kept: kept ?? null, encrypted },
  };
}

/** `again`: it had a key before. `plain`: files beside it that have none. */
export function encryptReport(again: boolean, plain: readonly string[]): Report {
  const beside = `Not encrypted, and beside it: ${plain.join(', ')}. Delete what is not needed. Files written before are not either.`;
  return {
    schema: 'mentorctl/encrypt@1',
    blocks: [
      prose(
        `${again ? 'Changed the key of the database' : 'Encrypted the database'}, checked with it. Without the key nobody can read it, nor copies made from now on: keep the key where it is not lost with this machine.`,
      ),
      ...(plain.length === 0 ? [] : [prose(beside)]),
      nextStep('mentorctl data check'),
    ],
    json: { changed: again, plain },
  };
}

export function decryptReport(): Report {
  return {
    schema: 'mentorctl/decrypt@1',
    blocks: [
      prose(
        'The database is not encrypted any more, checked. Keep it on an encrypted disk. Copies made before keep their key.',
      ),
      nextStep('mentorctl data check'),
    ],
    json: { encrypted: false },
  };
}
