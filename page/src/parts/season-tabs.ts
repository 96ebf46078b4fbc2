import { html, type TemplateResult } from 'lit';
import type { Season } from '../api/types.js';
import { go } from '../state/address.js';
import { oneConstituent, season, standard, study } from '../state/study.js';
import { nameIn, t } from '../words/words.js';
import { choice } from './choice.js';

/** Name of a season without the months that stand in brackets. */
export function shortName(of: Season): string {
  return nameIn(of.names).replace(/\s*[（(].*$/, '');
}

/** What a page shows: constituent, standard and season, the same on every page. */
export function viewTabs(withSeason = true): TemplateResult {
  const about = study.value;
  return html`<div class="view-tabs" role="group" aria-label=${t('view')}>
    ${choice(
      t('view.constituent'),
      (about?.constituents ?? []).map((c) => ({ id: c.id, words: nameIn(c.names) || c.id })),
      oneConstituent.value?.id,
      (c) => go({ c }),
    )}
    ${choice(
      t('view.standard'),
      (about?.standards ?? []).map((s) => ({ id: s.id, words: nameIn(s.names) || s.id })),
      standard.value?.id,
      (std) => go({ std }),
    )}
    ${withSeason
      ? html`<div class="tabs" role="group" aria-label=${t('seasons')}>
          ${(about?.seasons ?? []).map(
            (s) => html`<button
              type="button"
              title=${nameIn(s.names)}
              aria-pressed=${s.id === season.value?.id}
              @click=${() => go({ s: s.id }, 'replace')}
            >
              ${shortName(s)}
            </button>`,
          )}
        </div>`
      : ''}
  </div>`;
}
