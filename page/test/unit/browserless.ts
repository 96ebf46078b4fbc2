/** What modules touch of a browser when they are loaded; tests of pure code need no more. */
export function pretendBrowser(): void {
  const kept = new Map<string, string>();
  Object.assign(globalThis, {
    location: new URL('http://localhost/en/two-towns/map'),
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    },
  });
}
pretendBrowser();
