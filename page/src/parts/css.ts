import { nothing } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

/**
 * Sets properties of an element's style. The page's rules forbid style attributes, which lit's own
 * `styleMap` writes at first; this sets them by the object model only.
 */
class Css extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('`css` stands in the tag of an element.');
  }

  override render(_: Readonly<Record<string, string>>): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [set]: [Readonly<Record<string, string>>]): typeof nothing {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(set)) style.setProperty(name, value);
    return nothing;
  }
}

export const css = directive(Css);
