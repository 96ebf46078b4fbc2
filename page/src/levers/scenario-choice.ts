import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { hold, send, ServerError } from '../api/client.js';
import { PageElement } from '../parts/element.js';
import { address, go, linkTo } from '../state/address.js';
import { who } from '../state/who.js';
import { isMoved, levers, load, settings } from '../state/levers.js';
import { isReady, study } from '../state/study.js';
import { nameIn, t, type Names } from '../words/words.js';
import { changes, type Settings } from './changes.js';

export interface Scenario {
  readonly id: string;
  readonly names?: Names;
  readonly name?: string;
  readonly why?: string;
  /** Where this page's levers stood when it was kept. */
  readonly settings?: Settings;
}

export function scenarios(): readonly Scenario[] {
  if (!isReady.value) return [];
  const all = hold<{ study?: readonly Scenario[]; kept?: readonly Scenario[] }>('scenarios').value.value;
  return [...(all?.kept ?? []), ...(all?.study ?? [])];
}

export function scenarioName(id: string | undefined): string {
  const one = scenarios().find((s) => s.id === id);
  return one ? nameIn(one.names) || one.name || one.id : t('scenario.baseline', { year: study.value?.year ?? '' });
}

/** Choice of the scenario shown, and a way to keep what the levers say under a name. */
@customElement('tonle-scenario-choice')
export class ScenarioChoice extends PageElement {
  @state() private isKeeping = false;
  @state() private error = '';

  protected override render(): TemplateResult {
    const chosen = address.value.sc ?? '';
    return html`<div class="scenario">
      <label>
        <span class="aloud">${t('scenario')}</span>
        <select
          .value=${chosen}
          @change=${(e: Event) => go({ sc: (e.target as HTMLSelectElement).value || undefined })}
        >
          <option value="" ?selected=${!chosen}>
            ${isMoved.value ? t('scenario.unsaved') : scenarioName(undefined)}
          </option>
          ${scenarios().map(
            (s) => html`<option value=${s.id} ?selected=${s.id === chosen}>${scenarioName(s.id)}</option>`,
          )}
        </select>
      </label>
      ${isMoved.value
        ? html`<button type="button" class="quiet" @click=${() => (this.isKeeping = true)}>
            ${t('scenario.keep')}
          </button>`
        : html`<a class="quiet" href=${linkTo(['compare'])}>${t('scenario.compare')}</a>`}
      ${this.isKeeping ? this.form() : nothing}
    </div>`;
  }

  private form(): TemplateResult {
    return html`<form class="keep" @submit=${(e: SubmitEvent) => this.keep(e)}>
      <label>${t('scenario.name')}<input name="name" required maxlength="80" /></label>
      <label>${t('scenario.why')}<input name="why" maxlength="200" /></label>
      ${this.error ? html`<p role="alert" class="breach">${this.error}</p>` : nothing}
      <button type="submit">${t('scenario.keep')}</button>
      <button type="button" class="quiet" @click=${() => (this.isKeeping = false)}>${t('cancel')}</button>
    </form>`;
  }

  private async keep(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const all = levers.peek();
    if (!all) return;
    try {
      const kept = await send<{ id: string }>('POST', 'scenarios', {
        name: form.get('name'),
        why: form.get('why'),
        who: who.value,
        changes: changes(settings.peek(), all),
        settings: settings.peek(),
      });
      hold('scenarios').renew();
      this.isKeeping = false;
      load(String(form.get('name')), {});
      go({ sc: kept.id });
    } catch (error) {
      this.error = error instanceof ServerError ? `${error.message} ${error.hint}` : String(error);
    }
  }
}
