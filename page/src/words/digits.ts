import { signal } from '@preact/signals-core';
import { language } from '../state/address.js';

const KEPT = 'tonle.digits';
const KHMER_ZERO = 0x17e0;
/** What is written in one piece; with a Latin letter in it, it is a name such as GB3838-2002. */
const PIECE = /[A-Za-z0-9_.\u202f-]+/g;
const NUMBER = /\d+(?:\u202f\d{3})*(?:\.\d+)*/g;

/** Whether the Khmer page writes ២.២៨១ for 2 281. */
export const khmerDigits = signal(localStorage.getItem(KEPT) === 'khmer');

export function turnDigits(): void {
  khmerDigits.value = !khmerDigits.value;
  localStorage.setItem(KEPT, khmerDigits.value ? 'khmer' : 'latin');
}

/** Words in the digits that the reader chose. */
export function inDigits(words: string): string {
  return khmerDigits.value && language.value === 'km' ? khmer(words) : words;
}

/** Numbers in Khmer digits, with a point between thousands and a comma before decimals. */
export function khmer(words: string): string {
  return words.replace(PIECE, (piece) =>
    /[A-Za-z]/.test(piece) ? piece : piece.replace(NUMBER, number),
  );
}

/** A figure or, with more than one point such as 6.3.1, a number that only looks like one. */
function number(latin: string): string {
  const isFigure = latin.split('.').length < 3;
  const marked = isFigure ? latin.replace('.', ',').replaceAll('\u202f', '.') : latin;
  return marked.replace(/\d/g, (digit) => String.fromCharCode(KHMER_ZERO + Number(digit)));
}
