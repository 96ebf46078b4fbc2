import { effect } from '@preact/signals-core';
import { LitElement } from 'lit';

/**
 * Element that renders again when a signal read in its last rendering changes. It renders into the
 * page itself, not a shadow tree: one style sheet, plain links between labels and fields, and the
 * language of the page reach everywhere.
 */
export abstract class PageElement extends LitElement {
  private stopWatching?: (() => void) | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override performUpdate(): void {
    if (!this.isUpdatePending) return;
    this.stopWatching?.();
    let rendered = false;
    this.stopWatching = effect(() => {
      if (rendered) {
        this.requestUpdate();
        return;
      }
      rendered = true;
      super.performUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWatching?.();
    this.stopWatching = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }
}
