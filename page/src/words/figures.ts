import { inDigits } from './digits.js';

/**
 * Figures as the page writes them in all three languages: decimal point, narrow spaces between
 * thousands, digits 0 to 9 unless a Khmer reader wants Khmer ones. Server, browser and PDF write them alike; JDK and browser disagree
 * about Khmer, so no locale of the browser decides.
 */
const GROUP = '\u202F';
const MINUS = '\u2212';

/** A value with so many significant digits, two unless more are asked for. */
export function figure(value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  if (value === 0) return inDigits('0');
  // Rounded first: 9.96 becomes 10, which has no digit left for a decimal.
  const size = round(Math.abs(value), digits);
  const places = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  const text = size.toFixed(Math.min(places, 12));
  const [whole = '', part] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, GROUP);
  return inDigits((value < 0 ? MINUS : '') + grouped + (part ? `.${part}` : ''));
}

/** A whole number. */
export function count(value: number): string {
  return figure(Math.round(value), Math.max(1, String(Math.abs(Math.round(value))).length));
}

/** A share as per cent; Chinese writes no space before the sign. */
export function percent(share: number | null | undefined, lang: string, digits = 2): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return '–';
  const value = 100 * share;
  const text = Math.abs(value) >= 10 ? count(value) : figure(value, Math.min(digits, 2));
  return text + (lang === 'zh' ? '%' : `${GROUP}%`);
}

/** So many of a hundred draws, as words use it. Only none is 0 and only all are 100. */
export function ofHundred(chance: number): number {
  if (chance <= 0) return 0;
  if (chance >= 1) return 100;
  return Math.min(99, Math.max(1, Math.round(100 * chance)));
}

const KHMER_ZERO = 0x17e0;

/** Reads what a person typed: Khmer digits, spaces between thousands, a comma or point. */
export function read(text: string): number | undefined {
  let plain = text
    .trim()
    .replace(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - KHMER_ZERO))
    .replace(/[\s\u202f\u00a0']/g, '')
    .replace(MINUS, '-')
    .replace(/%$/, '');
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(plain)) plain = plain.replaceAll('.', '');
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replaceAll(',', '');
  plain = plain.replace(',', '.');
  return /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}

function round(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
