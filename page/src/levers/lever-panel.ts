import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Town } from '../api/types.js';
import { choice } from '../parts/choice.js';
import { PageElement } from '../parts/element.js';
import { history, isMoved, levers, load, move, redo, release, settings, undo } from '../state/levers.js';
import { connection, refusal } from '../state/line.js';
import { live } from '../state/live.js';
import { riverMap } from '../state/study.js';
import { nameIn, t } from '../words/words.js';
import type { Catalogue, Plant } from './catalogue.js';
import { dischargeLever, factoryLever, isFactory, plantSize, sewershedLevers, yearLever } from './lists.js';
import './lever.js';
import './outcome-bar.js';
import type { LeverOf } from './lever.js';

/** Panel of the levers at left, with undo, redo and what came of it. */
@customElement('tonle-lever-panel')
export class LeverPanel extends PageElement {
  @state() private town: string | undefined;

  protected override render(): TemplateResult {
    const all = levers.value;
    return html`<aside class="levers" aria-label=${t('levers')}>
      <header>
        <h2>${t('levers')}</h2>
        ${this.undoButtons()}
      </header>
      <div class="levers-body">
        ${all ? this.body(all) : nothing}
      </div>
      ${connection.value === 'lost'
        ? html`<div class="sub" role="status">${t('live.lost')}</div>`
        : nothing}
      ${refusal.value && !live.value
        ? html`<div class="band" role="alert">${refusal.value}</div>`
        : nothing}
      <tonle-outcome-bar></tonle-outcome-bar>
    </aside>`;
  }

  private undoButtons(): TemplateResult {
    const last = history.value.done.at(-1)?.name;
    const next = history.value.undone.at(-1)?.name;
    return html`<div class="undo">
      <button type="button" ?disabled=${!last} title=${last ?? nothing} @click=${undo}>
        ↶ <span>${t('undo')}</span>
      </button>
      <button type="button" ?disabled=${!next} title=${next ?? nothing} @click=${redo}>
        ↷ <span>${t('redo')}</span>
      </button>
    </div>`;
  }

  private body(all: Catalogue): TemplateResult {
    const discharge = dischargeLever();
    return html`
      ${this.townPart(all)}
      <h3>${t('levers.all')}</h3>
      ${lever(yearLever(all))} ${discharge ? lever(discharge) : nothing}
      ${this.plants(all)} ${this.factories(all)}
      ${isMoved.value
        ? html`<button type="button" class="quiet" @click=${() => load(t('levers.baseline'), {})}>
            ${t('levers.baseline')}
          </button>`
        : nothing}
    `;
  }

  private chosenTown(): Town | undefined {
    const towns = townsBySize();
    return towns.find((town) => town.id === this.town) ?? towns[0];
  }

  private townPart(all: Catalogue): TemplateResult {
    const towns = townsBySize();
    const chosen = this.chosenTown();
    const sheds = all.sewersheds.filter((s) => s.town === chosen?.id);
    const plants = all.plants.filter((p) => sheds.some((s) => s.place === p.place));
    return html`
      ${choice(
        t('levers.town'),
        towns.map((town) => ({ id: town.id, words: nameIn(town.names) || town.id })),
        chosen?.id,
        (id) => (this.town = id),
      )}
      ${sheds.map(
        (shed, i) => html`<details class="shed" ?open=${i === 0}>
          <summary>${nameIn(shed.names) || shed.id}</summary>
          ${sewershedLevers(shed, all).map(lever)}
        </details>`,
      )}
      ${plants.map((plant) => this.plant(plant, all))}
    `;
  }

  private plants(all: Catalogue): TemplateResult {
    // Plants of the chosen town stand with the town.
    const chosen = this.chosenTown();
    const others = all.plants.filter((p) => !chosen?.places.includes(p.place ?? -1));
    return html`<details>
      <summary>${t('levers.plants')} <span class="sub">${others.length}</span></summary>
      ${others.map((plant) => this.plant(plant, all))}
    </details>`;
  }

  private plant(plant: Plant, all: Catalogue): TemplateResult {
    const isOn = Boolean(settings.value[`on:${plant.id}`] ?? plant.isOn);
    const name = nameIn(plant.names) || plant.id;
    const technology = String(settings.value[`technology:${plant.id}`] ?? plant.technology);
    const set = (key: string, value: number | string | undefined, words: string) => {
      move(key, value, `${name}: ${words}`);
      release();
    };
    return html`<div class="plant">
      <label class="tick switch">
        <input
          type="checkbox"
          role="switch"
          .checked=${isOn}
          @change=${() =>
            set(`on:${plant.id}`, isOn === plant.isOn ? Number(!isOn) : undefined, t(isOn ? 'plant.off' : 'plant.on'))}
        />
        ${name}
      </label>
      ${isOn
        ? html`${lever(plantSize(plant))}
          ${choice(
            t('lever.technology'),
            technologies(all, plant).map((id) => ({
              id,
              words: nameIn(all.technologyNames[id]) || id.replaceAll('_', ' '),
            })),
            technology,
            (id) => set(`technology:${plant.id}`, id === plant.technology ? undefined : id, id),
          )}`
        : html`<div class="sub">${t('plant.planned', { status: t('plant.off') })}</div>`}
    </div>`;
  }

  private factories(all: Catalogue): TemplateResult {
    const list = all.factories.filter(isFactory);
    return html`<details>
      <summary>${t('levers.factories')} <span class="sub">${list.length}</span></summary>
      ${list.map((factory) => lever(factoryLever(factory)))}
    </details>`;
  }
}

/** Towns, largest first; people outside the towns come after them. */
function townsBySize(): Town[] {
  const rural = (town: Town) => Number(town.kind === 'rural');
  return [...(riverMap.value?.towns ?? [])].sort(
    (a, b) => rural(a) - rural(b) || b.people - a.people,
  );
}

function lever(of: LeverOf): TemplateResult {
  return html`<tonle-lever .of=${of}></tonle-lever>`;
}

function technologies(all: Catalogue, plant: Plant): readonly string[] {
  return all.technologies.includes(plant.technology) || !plant.technology
    ? all.technologies
    : [plant.technology, ...all.technologies];
}
