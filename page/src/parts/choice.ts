import { html, type TemplateResult } from 'lit';

export interface Option {
  readonly id: string;
  readonly words: string;
}

/** A labelled field to choose one of some words, by the browser's own list. */
export function choice(
  label: string,
  options: readonly Option[],
  chosen: string | undefined,
  choose: (id: string) => void,
): TemplateResult {
  return html`<label class="choice">
    <span>${label}</span>
    <select
      .value=${chosen ?? ''}
      @change=${(e: Event) => choose((e.target as HTMLSelectElement).value)}
    >
      ${options.map(
        (o) => html`<option value=${o.id} ?selected=${o.id === chosen}>${o.words}</option>`,
      )}
    </select>
  </label>`;
}
