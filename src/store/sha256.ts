// Hashes by which data are known again.
import { createHash } from 'node:crypto';

/** In hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
