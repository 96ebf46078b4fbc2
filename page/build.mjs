// Builds page/dist: one script, the worker of the map, the style sheet, the fonts, index.html.
// Names of assets carry a hash, so a server may let browsers keep them for ever.
import { build, context } from 'esbuild';
import { cp, mkdir, readFile, rm, writeFile, readdir } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, 'dist');
const watch = process.argv.includes('--watch');

const options = {
  absWorkingDir: here,
  entryPoints: {
    page: 'src/main.ts',
    'map-worker': 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs',
  },
  entryNames: 'assets/[name]-[hash]',
  assetNames: 'assets/[name]-[hash]',
  chunkNames: 'assets/[name]-[hash]',
  outdir: out,
  publicPath: '/',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: ['es2022'],
  minify: !watch,
  sourcemap: watch ? 'inline' : false,
  legalComments: 'none',
  metafile: true,
  loader: { '.woff2': 'file' },
  plugins: [{ name: 'index', setup: (b) => b.onEnd(writeIndex) }],
};

/** Writes index.html around the names that the bundler gave, and the licences of what it holds. */
async function writeIndex(result) {
  if (!result.metafile) return;
  const files = Object.entries(result.metafile.outputs);
  const named = (entry) => {
    const [file] = files.find(([, o]) => o.entryPoint?.endsWith(entry)) ?? [];
    return '/' + path.relative(out, path.join(here, file)).replaceAll('\\', '/');
  };
  const style = files.map(([f]) => f).find((f) => /page-.*\.css$/.test(f));
  const html = (await readFile(path.join(here, 'src/index.html'), 'utf8'))
    .replace('{style}', '/' + path.relative(out, path.join(here, style)).replaceAll('\\', '/'))
    .replace('{script}', named('src/main.ts'))
    .replace('{worker}', named('maplibre-gl-worker.mjs'));
  await writeFile(path.join(out, 'index.html'), html);
  if (!watch) await sayWeight();
}

/** Says what a first visit loads, compressed: fonts are compressed already. */
async function sayWeight() {
  let sum = 0;
  for (const name of await readdir(path.join(out, 'assets'))) {
    const bytes = await readFile(path.join(out, 'assets', name));
    const weight = name.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length;
    sum += weight;
    console.log(`${String(Math.ceil(weight / 1000)).padStart(6)} kB  ${name}`);
  }
  console.log(`${String(Math.ceil(sum / 1000)).padStart(6)} kB  together, compressed`);
  if (sum > 1_200_000) throw new Error('The page is heavier than 1.2 MB.');
}

await rm(out, { recursive: true, force: true });
await mkdir(path.join(out, 'assets'), { recursive: true });
await cp(path.join(here, 'src/licences.txt'), path.join(out, 'licences.txt'));
if (watch) {
  await (await context(options)).watch();
} else {
  await build(options);
}
