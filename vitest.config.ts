import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Test files share what is loaded: nothing in src keeps anything between two commands, and loading it anew a hundred times took half the time.
    isolate: false,
    include: ['test/**/*.test.ts'],
    // Colour and terminal width must not leak from the developer's terminal into what tests see.
    env: { NO_COLOR: '1' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
