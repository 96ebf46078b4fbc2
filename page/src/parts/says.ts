import { html, nothing, type TemplateResult } from 'lit';
import type { ServerError } from '../api/client.js';
import { t } from '../words/words.js';

/** What went wrong and what to do, in a band. */
export function wentWrong(
  error: ServerError | undefined,
  again?: () => void,
): TemplateResult | typeof nothing {
  if (!error) return nothing;
  const text = error.status === 0 ? t('error.notConnected') : error.message;
  const hint = error.status === 0 ? t('error.notConnected.hint') : error.hint;
  return html`<div class="band" role="alert">
    <b>${text}</b> ${hint}
    ${again ? html`<button type="button" @click=${again}>${t('error.again')}</button>` : nothing}
  </div>`;
}

/** A thin bar while something is on its way; it shows only after 300 ms. */
export function onTheWay(): TemplateResult {
  return html`<div class="waiting" role="status"><span>${t('waiting')}</span></div>`;
}
