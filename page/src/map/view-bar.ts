import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { choice } from '../parts/choice.js';
import { PageElement } from '../parts/element.js';
import { listIsOpen } from '../parts/keys.js';
import { address, go, SHOWN, type Shown } from '../state/address.js';
import { shown } from '../state/picture.js';
import { ALL, constituent, standard, statistic, STATISTICS, study } from '../state/study.js';
import { nameIn, t } from '../words/words.js';

/** Bar that asks what to see: the question comes before the map. */
@customElement('tonle-view-bar')
export class ViewBar extends PageElement {
  protected override render(): TemplateResult {
    const about = study.value;
    return html`<div class="view-bar" role="group" aria-label=${t('view')}>
      ${choice(
        t('view.show'),
        SHOWN.filter((s) => s !== 'contribution' || address.value.at).map((id) => ({ id, words: t(`show.${id}`) })),
        shown.value,
        (id) => go({ show: id as Shown }),
      )}
      ${choice(
        t('view.constituent'),
        [
          { id: ALL, words: t('view.all') },
          ...(about?.constituents ?? []).map((c) => ({ id: c.id, words: nameIn(c.names) || c.id })),
        ],
        constituent.value?.id ?? ALL,
        (c) => go({ c }),
      )}
      ${choice(
        t('view.statistic'),
        STATISTICS.map((id) => ({ id, words: t(`statistic.${id}`) })),
        statistic.value,
        (st) => go({ st }),
      )}
      ${choice(
        t('view.standard'),
        (about?.standards ?? []).map((s) => ({ id: s.id, words: nameIn(s.names) || s.id })),
        standard.value?.id,
        (std) => go({ std }),
      )}
      <button
        type="button"
        class="list-switch"
        aria-pressed=${listIsOpen.value}
        @click=${() => (listIsOpen.value = !listIsOpen.value)}
      >
        ${t('list')}
      </button>
    </div>`;
  }
}
