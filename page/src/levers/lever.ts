import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { css } from '../parts/css.js';
import { PageElement } from '../parts/element.js';
import { language } from '../state/address.js';
import { live } from '../state/live.js';
import { move, release, settings } from '../state/levers.js';
import { refusal } from '../state/line.js';
import { count, percent, read } from '../words/figures.js';
import { t } from '../words/words.js';

/** How a lever's figure is written and typed. */
export type Measure = 'share' | 'count' | 'year' | 'factor';

/** What a lever is: its key among the settings, its range and its baseline. */
export interface LeverOf {
  readonly key: string;
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly baseline: number;
  readonly measure: Measure;
  readonly unit?: string;
  /** Today's figure in words. */
  readonly today: string;
  /** What keeps the lever from doing anything, in words. */
  readonly blocked?: string | undefined;
}

/** A lever: name and value, track with the baseline as a tick, today's figure, its effect. */
@customElement('tonle-lever')
export class Lever extends PageElement {
  @property({ attribute: false }) of!: LeverOf;

  private get value(): number {
    const set = settings.value[this.of.key];
    return typeof set === 'number' ? set : this.of.baseline;
  }

  protected override render(): TemplateResult {
    const { key, name, least, most, step, baseline, today, blocked } = this.of;
    const value = this.value;
    const at = (v: number) => String((v - least) / (most - least || 1));
    const isMoved = value !== baseline;
    return html`<div class="lever ${isMoved ? 'moved' : ''}">
      <label for="lever-${key}">${name}</label>
      <input
        class="typed"
        inputmode="decimal"
        aria-label=${t('lever.type', { name })}
        .value=${this.written(value)}
        ?disabled=${Boolean(blocked)}
        @change=${(e: Event) => this.type(e.target as HTMLInputElement)}
      />
      <div
        class="track"
        ${css({
          '--from': at(Math.min(value, baseline)),
          '--to': at(Math.max(value, baseline)),
          '--baseline': at(baseline),
        })}
      >
        <input
          id="lever-${key}"
          type="range"
          min=${least}
          max=${most}
          step=${step}
          .value=${String(value)}
          ?disabled=${Boolean(blocked)}
          aria-valuetext=${this.written(value)}
          aria-describedby="today-${key}"
          @input=${(e: Event) => this.set(Number((e.target as HTMLInputElement).value))}
          @change=${() => release()}
          @keydown=${(e: KeyboardEvent) => this.key(e)}
        />
      </div>
      <div class="sub" id="today-${key}">
        ${blocked ? html`<span class="blocked">${blocked}</span>` : today}
      </div>
      ${isMoved && live.value?.sentence && settingsEnd(key)
        ? html`<p class="effect">
            ${live.value.sentence} ${refusal.value ? html`<span class="blocked">${refusal.value}</span>` : nothing}
          </p>`
        : nothing}
    </div>`;
  }

  private written(value: number): string {
    switch (this.of.measure) {
      case 'share':
      case 'factor':
        return percent(value, language.value, 3);
      case 'year':
        return String(value);
      case 'count':
        return [count(value), this.of.unit].filter(Boolean).join(' ');
    }
  }

  private set(value: number): void {
    const { key, least, most, baseline, name } = this.of;
    const inside = Math.min(most, Math.max(least, value));
    const isBack = Math.abs(inside - baseline) < this.of.step / 2;
    const step = `${name} ${this.written(baseline)} → ${this.written(inside)}`;
    move(key, isBack ? undefined : inside, step);
  }

  private type(field: HTMLInputElement): void {
    const plain = this.of.unit ? field.value.replace(this.of.unit, '') : field.value;
    const value = read(plain);
    if (value === undefined) {
      field.value = this.written(this.value);
      return;
    }
    const isShare = this.of.measure === 'share' || this.of.measure === 'factor';
    this.set(isShare ? value / 100 : value);
    release();
    field.value = this.written(this.value);
  }

  private key(event: KeyboardEvent): void {
    if (event.key.toLowerCase() === 'b') {
      this.set(this.of.baseline);
      release();
    } else if (event.shiftKey && /^Arrow/.test(event.key)) {
      const isUp = event.key === 'ArrowRight' || event.key === 'ArrowUp';
      this.set(this.value + (isUp ? 10 : -10) * this.of.step);
      release();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** The effect stands under the lever that was moved last, not under each. */
function settingsEnd(key: string): boolean {
  return Object.keys(settings.value).at(-1) === key;
}

/** A figure for `today`. */
export function todayIs(words: string): string {
  return t('lever.today', { figure: words });
}
