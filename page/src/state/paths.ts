import { withQuery } from '../api/client.js';
import { address, language } from './address.js';
import { oneConstituent, season, standard } from './study.js';

/** The same, judged by the standard shown. */
export function judgedPath(path: string, more: Readonly<Record<string, string | undefined>> = {}): string {
  return viewPath(path, { std: standard.value?.id, ...more });
}

/** Path of something the server tells about the view: constituent, season, scenario. */
export function viewPath(path: string, more: Readonly<Record<string, string | undefined>> = {}): string {
  return withQuery(path, {
    c: oneConstituent.value?.id,
    s: season.value?.id,
    sc: address.value.sc,
    lang: language.value,
    ...more,
  });
}
