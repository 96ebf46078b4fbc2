import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { hold } from '../api/client.js';
import type { MapView } from '../map/map-view.js';
import { css } from '../parts/css.js';
import { PageElement } from '../parts/element.js';
import { mark } from '../parts/mark.js';
import { sections } from '../parts/paper.js';
import { onTheWay, wentWrong } from '../parts/says.js';
import { viewTabs } from '../parts/season-tabs.js';
import { address, go, linkTo } from '../state/address.js';
import { chosen, colourOf, network } from '../state/picture.js';
import { judgedPath, viewPath } from '../state/paths.js';
import { riverMap, standard } from '../state/study.js';
import { placeName, told } from '../state/tell.js';
import { nameIn, t } from '../words/words.js';
import { placePaper, type PlacePaper, type PlaceTold } from './place-told.js';
import '../chart/chart-figure.js';
import '../map/map-view.js';

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
    const held = hold<PlaceTold>(viewPath(`places/${encodeURIComponent(id)}`, { std: standard.value?.id }));
    const told = held.value.value;
    const paper = told && placePaper(told);
    return html`
      ${this.head(place, paper)}
      ${paper?.sentence ? html`<p class="sentence">${paper.sentence}</p>` : nothing}
      ${viewTabs()}
      <div class="place-charts">
        <tonle-chart path=${judgedPath('charts/year', { at: id })}></tonle-chart>
        <div>
          <tonle-chart path=${judgedPath('charts/causes', { at: id })}></tonle-chart>
          <a href=${linkTo(['cause', id])}>${t('place.causes')}</a> ·
          <a href=${linkTo(['map'], { at: id, show: 'contribution', z: undefined })}>${t('place.contribution')}</a>
        </div>
      </div>
      ${paper ? sections(paper.sections ?? []) : wentWrong(held.error.value, () => held.renew())}
      
    `;
  }

  private head(place: number, paper: PlacePaper | undefined): TemplateResult {
    const one = told(place);
    const here = riverMap.value!.places[place]!;
    const latin = nameIn(here.name, 'en');
    return html`<header class="place-head">
      <div>
        <h1>${placeName(place)}</h1>
        <p class="sub">
          ${paper?.subtitle ?? nothing} ${paper?.mark ? restsOn(paper.mark) : nothing}
          ${latin && latin !== placeName(place) ? html` <span lang="en">${latin}</span>` : nothing}
          ${placeName(place).includes(here.id) ? nothing : html`<span>${here.id}</span>`}
        </p>
        ${this.neighbours(place)}
      </div>
      ${one
        ? html`<div class="badge">
            <span class="numeral" ${css({ background: colourOf(place) ?? '' })}
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
}

/** How good what is known of a place is: the mark, its first reference, and the row it stands in. */
function restsOn(of: NonNullable<PlacePaper['mark']>): TemplateResult {
  const [first, ...others] = of.reference.split(';');
  const table = of.file.replace(/\.csv$/, '');
  return html`<span class="rests-on">
    ${mark(of.quality)} ${of.words}:
    <a href=${linkTo(['data', 'references'])} title=${of.reference}>${first}${others.length ? ` +${others.length}` : ''}</a>,
    <a href=${linkTo(['data', table])}>${of.file}:${of.row}</a>
  </span>`;
}
