import './browserless.js';
import { describe, expect, it } from 'vitest';

const { parse, print } = await import('../../src/state/address.js');

describe('address', () => {
  it('opens the same view again', () => {
    const text = '/km/cambodia/place/BAS03?c=FC&s=low&std=KH-27&at=BAS03&z=104.9,11.5,8.25';
    const [path, query] = text.split('?');
    expect(print(parse(path!, `?${query}`))).toBe(text);
  });

  it('leaves out what it does not know', () => {
    const address = parse('/fr/cambodia', '?show=rainbow&x=1');
    expect(address.lang).toBe('en');
    expect(address.page).toEqual(['map']);
    expect(print(address)).toBe('/en/cambodia/map');
  });

  it('changes the first step alone with the language', () => {
    const address = parse('/en/cambodia/water/profile/MEK01', '?s=low');
    expect(print({ ...address, lang: 'zh' })).toBe('/zh/cambodia/water/profile/MEK01?s=low');
  });
});
