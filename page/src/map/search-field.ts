import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ask, withQuery } from '../api/client.js';
import type { Found } from '../api/types.js';
import { PageElement } from '../parts/element.js';
import { language } from '../state/address.js';
import { nameIn, t, isKey } from '../words/words.js';
import { open } from './map-view.js';

const WAIT_MS = 120;

/** Field that finds places by name in any of three scripts, Latin letters without accents too. */
@customElement('tonle-search')
export class SearchField extends PageElement {
  @state() private found: readonly Found[] | undefined;
  @state() private nearest = '';
  @state() private active = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: AbortController | undefined;

  protected override render(): TemplateResult {
    const isOpen = this.found !== undefined;
    return html`<div class="search" role="search">
      <input
        type="search"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded=${isOpen}
        aria-controls="found"
        aria-activedescendant=${isOpen && this.found?.length ? `found-${this.active}` : nothing}
        aria-label=${t('search')}
        placeholder=${t('search')}
        autocomplete="off"
        @input=${(e: Event) => this.typed((e.target as HTMLInputElement).value)}
        @keydown=${(e: KeyboardEvent) => this.key(e)}
        @blur=${() => setTimeout(() => (this.found = undefined), 150)}
      />
      ${isOpen ? this.list() : nothing}
    </div>`;
  }

  private list(): TemplateResult {
    return html`<ul id="found" role="listbox" aria-label=${t('search')}>
      ${this.found!.length === 0
        ? html`<li class="none" role="option" aria-disabled="true" aria-selected="false">
            ${t('search.none')} ${this.nearest ? t('search.nearest', { name: this.nearest }) : nothing}
          </li>`
        : nothing}
      ${this.found!.map(
        (one, i) => html`<li
          id="found-${i}"
          role="option"
          aria-selected=${i === this.active}
          @mousedown=${(e: Event) => e.preventDefault()}
          @click=${() => this.choose(one)}
        >
          <span>${nameIn(one.names) || one.name}</span>
          <span class="sub">${this.beside(one)}</span>
        </li>`,
      )}
    </ul>`;
  }

  private beside(one: Found): string {
    const kind = `kind.${one.kind}`;
    const others = [one.names.en, one.names.zh, one.names.km].filter((n) => n && n !== nameIn(one.names));
    return [isKey(kind) ? t(kind) : one.kind, ...others].join(' · ');
  }

  private typed(text: string): void {
    clearTimeout(this.timer);
    if (!text.trim()) {
      this.found = undefined;
      return;
    }
    this.timer = setTimeout(() => void this.find(text.trim()), WAIT_MS);
  }

  private async find(q: string): Promise<void> {
    this.running?.abort();
    this.running = new AbortController();
    try {
      const answer = await ask<{ found: readonly Found[]; nearest?: string }>(
        withQuery('search', { q, lang: language.value }),
        { signal: this.running.signal },
      );
      this.found = answer.found;
      this.nearest = answer.nearest ?? '';
      this.active = 0;
    } catch {
      // A newer search took over, or nobody answers: the page says the latter elsewhere.
    }
  }

  private key(event: KeyboardEvent): void {
    const many = this.found?.length ?? 0;
    if (event.key === 'Escape') this.found = undefined;
    else if (event.key === 'ArrowDown' && many) this.active = (this.active + 1) % many;
    else if (event.key === 'ArrowUp' && many) this.active = (this.active + many - 1) % many;
    else if (event.key === 'Enter' && many) this.choose(this.found![this.active]!);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private choose(one: Found): void {
    this.found = undefined;
    const field = this.querySelector('input');
    if (field) {
      field.value = '';
      field.blur();
    }
    if (one.place !== null) open(one.place);
  }
}
