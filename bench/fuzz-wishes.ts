// Circles, mentees apart, together and mixed, tiers and even loads against every answer there is (COUNT of each; from SEED): prints the counts.
import { fuzzWishes } from '../test/domain/matching/wishes-fuzz.ts';

const count = Number(process.env['COUNT'] ?? 2000);
const seed = Number(process.env['SEED'] ?? 1);
const seen = fuzzWishes(seed, count);
for (const [kind, { tables, changed, faults }] of Object.entries(seen)) {
  console.log(
    `${kind}: ${tables} tables from seed ${seed}, ${changed} with another answer than the plain one, ${faults.length} wrong`,
  );
  for (const fault of faults.slice(0, 5)) console.log(`  ${fault}`);
}
process.exitCode = Object.values(seen).every(({ faults }) => faults.length === 0) ? 0 : 1;
