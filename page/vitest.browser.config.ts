import { defineConfig } from 'vitest/config';

/** Tests in a real browser: against the server that TONLE_URL names, or one they start. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.e2e.ts'],
    globalSetup: ['test/browser/server.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 180_000,
  },
});
