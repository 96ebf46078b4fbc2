import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { hold } from '../api/client.js';
import { PageElement } from '../parts/element.js';
import { dataTable } from '../parts/data-table.js';
import { onTheWay, wentWrong } from '../parts/says.js';
import { address } from '../state/address.js';
import { study } from '../state/study.js';
import { scenarioName } from '../levers/scenario-choice.js';
import { inDigits } from '../words/digits.js';
import { t, nameIn } from '../words/words.js';
import { drawn } from './draw.js';
import type { Layout } from './layout.js';
import { savePicture } from './save-picture.js';

const STEP_PX = 40;
const NARROWEST_PX = 280;
const WIDEST_PX = 1000;

/** A chart with its title, the table behind it, and a way to copy it with its source. */
@customElement('tonle-chart')
export class ChartFigure extends PageElement {
  /** Where the server holds the layout, or the layout itself. */
  @property() path = '';
  @property({ attribute: false }) layout: Layout | undefined;
  @state() private isTable = false;
  /** Width that the chart is laid out for, so that its words keep their size. */
  @state() private width = 0;
  private watching: ResizeObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.watching = new ResizeObserver(() => {
      const room = Math.round(this.clientWidth / STEP_PX) * STEP_PX;
      this.width = Math.min(WIDEST_PX, Math.max(NARROWEST_PX, room));
    });
    this.watching.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watching?.disconnect();
  }

  protected override render(): TemplateResult | typeof nothing {
    const held = this.path && this.width ? hold<Layout | { layout: Layout }>(this.sized()) : undefined;
    const value = held?.value.value;
    const layout = this.layout ?? (value && 'layout' in value ? value.layout : value);
    if (!layout) return held?.error.value ? wentWrong(held.error.value, () => held.renew()) : onTheWay();
    return html`<figure class="chart-figure ${held?.isStale.value ? 'stale' : ''}">
      <figcaption>
        <b>${inDigits(layout.title)}</b>
        <span class="sub">${inDigits(layout.subtitle)}</span>
      </figcaption>
      ${this.isTable ? dataTable(layout.table, layout.title) : html`<div class="wide">${unsafeHTML(drawn(worded(layout)))}</div>`}
      <div class="under">
        <button type="button" class="quiet" aria-pressed=${this.isTable} @click=${() => (this.isTable = !this.isTable)}>
          ${t(this.isTable ? 'chart.picture' : 'chart.table')}
        </button>
        <button type="button" class="quiet" @click=${() => savePicture(layout, imprint())}>${t('chart.save')}</button>
      </div>
    </figure>`;
  }

  private sized(): string {
    return `${this.path}${this.path.includes('?') ? '&' : '?'}w=${this.width}`;
  }
}

/** The layout with its words in the reader's digits. */
function worded(layout: Layout): Layout {
  return { ...layout, labels: layout.labels.map((label) => ({ ...label, words: inDigits(label.words) })) };
}

/** What a picture says of itself when it travels alone. */
function imprint(): string {
  const about = study.value;
  return [
    nameIn(about?.names),
    scenarioName(address.value.sc),
    about?.version?.slice(0, 8),
    new Date().toISOString().slice(0, 10),
    'Tonle',
  ]
    .filter(Boolean)
    .join(' · ');
}
