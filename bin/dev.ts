// The unbuilt program, for development: npm run dev -- match --cohort fall
import { realHost, run } from '../src/main.ts';

process.exitCode = await run(process.argv.slice(2), realHost());
