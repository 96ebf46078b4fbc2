import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';

@customElement('tonle-data-page')
export class DataPage extends PageElement {
  protected override render(): TemplateResult {
    return html`<article class="paper"></article>`;
  }
}
