import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { areaMap, type AreaValue } from '../map/area-map.js';
import { PageElement } from '../parts/element.js';
import { paper, type Paper } from '../parts/paper.js';
import { viewTabs } from '../parts/season-tabs.js';
import { viewPath } from '../state/paths.js';
import { t } from '../words/words.js';

interface DemandPaper extends Paper {
  readonly areas?: readonly AreaValue[];
  readonly areasTitle?: string;
  readonly areasBreaks?: readonly number[];
}

/** Demand: what must go, by province and source, as table and map. */
@customElement('tonle-demand-page')
export class DemandPage extends PageElement {
  protected override render(): TemplateResult {
    return html`<article class="paper demand">
      <h1>${t('title.demand')}</h1>
      ${viewTabs(false)}
      ${paper<DemandPaper>(viewPath('demand', { s: undefined }), (value) =>
        value.areas?.length
          ? areaMap(value.areas, value.areasTitle ?? '', value.areasBreaks ?? [])
          : nothing,
      )}
    </article>`;
  }
}
