// 100,000 awkward tables (COUNT; from SEED) against brute force and npm munkres, every answer judged: prints the counts.
import { fuzz } from '../test/domain/matching/assignment-fuzz.ts';

const count = Number(process.env['COUNT'] ?? 100_000);
const seed = Number(process.env['SEED'] ?? 1);
const start = performance.now();
const seen = fuzz(seed, count, (done) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${count}`);
});
if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
const seconds = (performance.now() - start) / 1000;
console.log(
  `${seen.tables} tables from seed ${seed} in ${seconds.toFixed(0)} s: ${seen.faults.length} mismatches or faults`,
);
console.log(`  against brute force ${seen.againstBruteForce}, against munkres ${seen.againstMunkres}`);
console.log(`  with places that count unequally ${seen.unequal}`);
console.log(`  somebody left out in ${seen.short}; being left out had to cost more in ${seen.escalated}`);
for (const fault of seen.faults.slice(0, 20)) console.log(`  ${fault}`);
process.exitCode = seen.faults.length === 0 ? 0 : 1;
