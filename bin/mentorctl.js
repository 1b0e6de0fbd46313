#!/usr/bin/env node
import { realHost, run } from '../dist/main.js';

process.exitCode = await run(process.argv.slice(2), realHost());
