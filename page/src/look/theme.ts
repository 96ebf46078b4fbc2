import { computed, effect, signal } from '@preact/signals-core';
import { dark, light, type Palette } from './palette.js';

export type Theme = 'light' | 'dark';

const wanted = matchMedia('(prefers-color-scheme: dark)');
const system = signal<Theme>(wanted.matches ? 'dark' : 'light');
const chosen = signal<Theme | undefined>(stored());
const printing = signal(false);

/** Theme in force: the reader's choice before the system's, and always light on paper. */
export const theme = computed<Theme>(() =>
  printing.value ? 'light' : (chosen.value ?? system.value),
);
export const palette = computed<Palette>(() => (theme.value === 'dark' ? dark : light));

/** Changes to the other theme and remembers it in this browser. */
export function turnTheme(): void {
  chosen.value = theme.value === 'dark' ? 'light' : 'dark';
  localStorage.setItem('tonle.theme', chosen.value);
}

/** Writes the palette into the variables of the style sheet, now and whenever it changes. */
export function followTheme(): void {
  wanted.addEventListener('change', () => (system.value = wanted.matches ? 'dark' : 'light'));
  addEventListener('beforeprint', () => (printing.value = true));
  addEventListener('afterprint', () => (printing.value = false));
  effect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = theme.value;
    root.style.colorScheme = theme.value;
    for (const [name, colour] of Object.entries(palette.value)) {
      if (typeof colour === 'string') root.style.setProperty(`--${name}`, colour);
    }
    palette.value.classes.forEach((c, i) => root.style.setProperty(`--c${i + 1}`, c));
    for (const [cause, colour] of Object.entries(palette.value.causes)) {
      root.style.setProperty(`--cause-${cause}`, colour);
    }
  });
}

function stored(): Theme | undefined {
  const kept = localStorage.getItem('tonle.theme');
  return kept === 'dark' || kept === 'light' ? kept : undefined;
}
