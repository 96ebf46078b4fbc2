import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { hold } from '../api/client.js';
import type { MapView } from '../map/map-view.js';
import { css } from '../parts/css.js';
import { PageElement } from '../parts/element.js';
import { mark } from '../parts/mark.js';
import { sections, type Paper } from '../parts/paper.js';
import { onTheWay, wentWrong } from '../parts/says.js';
import { viewTabs } from '../parts/season-tabs.js';
import { address, go, linkTo } from '../state/address.js';
import { chosen, network, paints } from '../state/picture.js';
import { viewPath } from '../state/paths.js';
import { riverMap } from '../state/study.js';
import { placeName, told } from '../state/tell.js';
import { nameIn, t } from '../words/words.js';
import '../chart/chart-figure.js';
import '../map/map-view.js';

/** What the server tells of a place. */
interface PlacePaper extends Paper {
  readonly provenance?: readonly {
    readonly mark: string;
    readonly what: string;
    readonly value: string;
    readonly source: string;
    readonly place?: string;
  }[];
  readonly measureFirst?: string;
}

const PADDING = { left: 40, right: 40, top: 70, bottom: 90 };

/** Place: map with upstream kept bright; sentence, year, cause, what its figures rest on. */
@customElement('tonle-place-page')
export class PlacePage extends PageElement {
  private shown: string | undefined;

  protected override render(): TemplateResult {
    return html`
      <div class="map-room half">
        <tonle-map .padding=${PADDING}></tonle-map>
        <a class="all" href=${linkTo(['map'], { at: undefined, z: undefined })}>← ${t('place.back')}</a>
        <div class="mini-legend">
          <span class="line"></span> ${t('place.upstream')}
        </div>
      </div>
      <article class="place-panel" aria-live="off">${this.panel()}</article>
    `;
  }

  protected override updated(_: PropertyValues): void {
    const id = this.id_();
    if (id && address.peek().at !== id) go({ at: id }, 'replace');
    if (id === this.shown || chosen.peek() === undefined) return;
    const isFirst = this.shown === undefined;
    this.shown = id;
    if (!isFirst || !address.peek().z) {
      this.querySelector<MapView>('tonle-map')?.showPlace(chosen.peek()!);
    }
  }

  private id_(): string | undefined {
    return address.value.page[1] ?? address.value.at;
  }

  private panel(): TemplateResult {
    const id = this.id_();
    const place = riverMap.value?.places.findIndex((p) => p.id === id) ?? -1;
    if (!id || !riverMap.value) return onTheWay();
    if (place < 0) return html`<h1>${id}</h1><p class="empty">${t('place.unknown')}</p>`;
    const held = hold<PlacePaper>(viewPath(`places/${encodeURIComponent(id)}`));
    const paper = held.value.value;
    return html`
      ${this.head(place, paper)}
      ${paper?.sentence ? html`<p class="sentence">${paper.sentence}</p>` : nothing}
      ${viewTabs()}
      <div class="place-charts">
        <tonle-chart path=${viewPath('charts/year', { at: id })}></tonle-chart>
        <div>
          <tonle-chart path=${viewPath('charts/cause', { at: id })}></tonle-chart>
          <a href=${linkTo(['cause', id])}>${t('place.causes')}</a>
        </div>
        <tonle-chart path=${viewPath('charts/downstream', { at: id })}></tonle-chart>
      </div>
      ${paper ? sections(paper.sections ?? []) : wentWrong(held.error.value, () => held.renew())}
      ${paper?.provenance?.length ? this.provenance(paper) : nothing}
    `;
  }

  private head(place: number, paper: PlacePaper | undefined): TemplateResult {
    const one = told(place);
    const here = riverMap.value!.places[place]!;
    const latin = nameIn(here.name, 'en');
    return html`<header class="place-head">
      <div>
        <h1>${paper?.title ?? placeName(place)}</h1>
        <p class="sub">
          ${paper?.subtitle ?? nothing}
          ${latin && latin !== placeName(place) ? html` <span lang="en">${latin}</span>` : nothing}
          <span>${here.id}</span>
        </p>
        ${this.neighbours(place)}
      </div>
      ${one
        ? html`<div class="badge">
            <span class="numeral" ${css({ background: paints.value?.[place]?.colour ?? '' })}
              ><i>${one.rank ? one.className : '–'}</i></span
            >
            <div>
              <b>${one.value}</b>
              <div class="sub">${one.band}</div>
              <div class="sub ${one.isBreach ? 'breach' : ''}">${one.chanceWords}</div>
              ${one.cannotSay || one.isUnsure
                ? html`<div class="sub">${t(one.cannotSay ? 'cannotSay' : 'unsure')}</div>`
                : nothing}
            </div>
          </div>`
        : nothing}
    </header>`;
  }

  private neighbours(place: number): TemplateResult {
    const link = (i: number, sign: string) => {
      const id = riverMap.value!.places[i]!.id;
      return html`<a href=${linkTo(['place', id], { at: id, z: undefined })}>${sign} ${placeName(i)}</a>`;
    };
    return html`<nav class="neighbours" aria-label=${t('place.neighbours')}>
      ${network.value?.upstreamOf(place).map((i) => link(i, '↑'))}
      ${network.value?.downstreamOf(place).map((i) => link(i, '↓'))}
    </nav>`;
  }

  private provenance(paper: PlacePaper): TemplateResult {
    return html`<section class="part">
      <h2>${t('place.restsOn')}</h2>
      ${paper.measureFirst ? html`<p class="measure-first">${paper.measureFirst}</p>` : nothing}
      <table class="rests-on">
        <tbody>
          ${paper.provenance!.map(
            (p) => html`<tr>
              <td>${mark(p.mark)} ${t(`mark.${p.mark}` as never)}</td>
              <td>${p.what}</td>
              <td class="n"><b>${p.value}</b></td>
              <td>${p.source}${p.place ? html` <span class="sub">${p.place}</span>` : nothing}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }
}
