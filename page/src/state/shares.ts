import { computed } from '@preact/signals-core';
import { hold } from '../api/client.js';
import { sharesByPlace, type SourceShare } from '../map/contribution.js';
import { address } from './address.js';
import { viewPath } from './paths.js';
import { isReady, riverMap, study } from './study.js';

/** What the sources that enter at each place add to the chosen place, in the season shown. */
export const shares = computed<readonly (number | null)[] | undefined>(() => {
  const { at, show } = address.value;
  if (!isReady.value || !at || show !== 'contribution') return undefined;
  const causes = hold<{ source: readonly SourceShare[] }>(
    viewPath(`causes/${encodeURIComponent(at)}`),
  ).value.value;
  const places = riverMap.value?.places.length;
  return causes && places !== undefined
    ? sharesByPlace(causes.source, places, study.value?.seasons.length ?? 1)
    : undefined;
});
