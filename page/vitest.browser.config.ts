import { defineConfig } from 'vitest/config';

/** Tests in a real browser: against the server that TONLE_URL names, or one they start. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.e2e.ts'],
    globalSetup: ['test/browser/server.ts'],
    environment: 'node',
    fileParallelism: false,
    // A state that never comes fails a test; a busy machine does not.
    testTimeout: 300_000,
    hookTimeout: 400_000,
  },
});
