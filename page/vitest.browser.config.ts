import { defineConfig } from 'vitest/config';

/** Tests in a real browser against a server that runs: TONLE_URL names it. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.e2e.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 180_000,
  },
});
