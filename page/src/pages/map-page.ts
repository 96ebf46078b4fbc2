import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { listIsOpen } from '../parts/keys.js';
import { onTheWay, wentWrong } from '../parts/says.js';
import { hold } from '../api/client.js';
import { isReady, riverMap, study, waterIsStale } from '../state/study.js';
import { nameIn } from '../words/words.js';
import '../levers/lever-panel.js';
import '../map/first-marks.js';
import '../map/legend.js';
import '../map/map-view.js';
import '../map/place-list.js';
import '../map/season-strip.js';
import '../map/view-bar.js';

const PADDING = { left: 30, right: 290, top: 76, bottom: 150 };

/** Home: the map of the season, already drawn, with levers at left and the legend at right. */
@customElement('tonle-map-page')
export class MapPage extends PageElement {
  protected override render(): TemplateResult {
    return html`
      <h1 class="aloud">${nameIn(study.value?.names)}</h1>
      <tonle-lever-panel></tonle-lever-panel>
      <div class="map-room">
        ${riverMap.value || !isReady.value ? nothing : wentWrong(hold('map').error.value, () => hold('map').renew())}
        ${waterIsStale.value || !riverMap.value ? onTheWay() : nothing}
        <tonle-map .padding=${PADDING}></tonle-map>
        <tonle-view-bar></tonle-view-bar>
        <tonle-legend></tonle-legend>
        <tonle-season-strip></tonle-season-strip>
        ${listIsOpen.value ? html`<tonle-place-list></tonle-place-list>` : nothing}
        <tonle-first-marks></tonle-first-marks>
      </div>
    `;
  }
}
