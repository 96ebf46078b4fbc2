import { signal } from '@preact/signals-core';

/** Share that a chosen source has in the water of each place; index place × seasons + season. */
export const shares = signal<readonly (number | null)[] | undefined>(undefined);
