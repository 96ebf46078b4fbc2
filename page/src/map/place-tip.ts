import { html, nothing, type TemplateResult } from 'lit';
import { css } from '../parts/css.js';
import { classWords, told } from '../state/tell.js';
import { t } from '../words/words.js';

/** Tip at the pointer: place, value, class, band, chance of breach. All of it is in the panel too. */
export function placeTip(place: number, x: number, y: number): TemplateResult | typeof nothing {
  const one = told(place);
  if (!one) return nothing;
  const isRight = x > innerWidth / 2;
  const where = css({
    top: `${y + 14}px`,
    right: isRight ? `calc(100% - ${x - 14}px)` : 'auto',
    left: isRight ? 'auto' : `${x + 14}px`,
  });
  return html`<div class="tip" ${where} aria-hidden="true">
    <b>${one.name}</b>
    <div>
      <b>${one.value}</b>
      ${one.rank
        ? html`<span class=${one.isBreach ? 'breach' : ''}>${classWords(one.className)}</span>`
        : nothing}
    </div>
    <div class="sub">${[one.band, one.chanceWords].filter(Boolean).join(' · ')}</div>
    ${one.isNatural ? html`<div class="sub">${t('natural')}</div>` : nothing}
    ${one.cannotSay
      ? html`<div class="sub">${t('cannotSay')}</div>`
      : one.isUnsure
        ? html`<div class="sub">${t('unsure')}</div>`
        : nothing}
  </div>`;
}
