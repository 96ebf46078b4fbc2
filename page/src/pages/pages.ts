import { html, type TemplateResult } from 'lit';
import './map-page.js';
import './place-page.js';
import './situation-page.js';
import './water-page.js';
import './cause-page.js';
import './demand-page.js';
import './plan-page.js';
import './fit-page.js';
import './data-page.js';
import './help-page.js';
import './compare-page.js';

/** Pages in the order of the work, as the header shows them. */
export const PAGES = [
  'map',
  'situation',
  'water',
  'cause',
  'demand',
  'plan',
  'fit',
  'data',
] as const;
export type PageName = (typeof PAGES)[number] | 'place' | 'help' | 'compare';

const VIEWS: Readonly<Record<PageName, () => TemplateResult>> = {
  map: () => html`<tonle-map-page></tonle-map-page>`,
  place: () => html`<tonle-place-page></tonle-place-page>`,
  situation: () => html`<tonle-situation-page></tonle-situation-page>`,
  water: () => html`<tonle-water-page></tonle-water-page>`,
  cause: () => html`<tonle-cause-page></tonle-cause-page>`,
  demand: () => html`<tonle-demand-page></tonle-demand-page>`,
  plan: () => html`<tonle-plan-page></tonle-plan-page>`,
  fit: () => html`<tonle-fit-page></tonle-fit-page>`,
  data: () => html`<tonle-data-page></tonle-data-page>`,
  compare: () => html`<tonle-compare-page></tonle-compare-page>`,
  help: () => html`<tonle-help-page></tonle-help-page>`,
};

export function isPage(name: string): name is PageName {
  return name in VIEWS;
}

/** The page of a name; the map for a name that is none. */
export function pageOf(name: string): TemplateResult {
  return (isPage(name) ? VIEWS[name] : VIEWS.map)();
}
