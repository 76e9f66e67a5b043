import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';
import { iconPng, iconSvg } from './icons.ts';

/** After the page: its icons, the service worker that knows every file of it, and what is worth compressing compressed. */
export function finish(): Plugin {
  let root = '';
  let out = '';
  return {
    name: 'movierec-finish',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      out = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      writeIcons(out);
      await buildWorker(root, out);
      compress(out);
    },
  };
}

function writeIcons(out: string): void {
  mkdirSync(join(out, 'icons'), { recursive: true });
  writeFileSync(join(out, 'icons/icon.svg'), iconSvg);
  writeFileSync(join(out, 'icons/icon-192.png'), iconPng(192, false));
  writeFileSync(join(out, 'icons/icon-512.png'), iconPng(512, false));
  writeFileSync(join(out, 'icons/maskable-512.png'), iconPng(512, true));
}

/** What is there without a network: all that is small. Typefaces of other scripts and the large icons come when they are needed. */
const inShell = (file: string) => !/(-ext-|-vietnamese-)|\.png$|^sw\.js$|\.map$/.test(file);

async function buildWorker(root: string, out: string): Promise<void> {
  const files = filesIn(out).filter(inShell).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(out, file)));
  const version = hash.digest('hex').slice(0, 12);
  const addresses = files.map(file => (file === 'index.html' ? '/' : `/${file}`));
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { __SHELL__: JSON.stringify(addresses), __VERSION__: JSON.stringify(version) },
    build: {
      outDir: out,
      emptyOutDir: false,
      rolldownOptions: { input: join(root, 'src/worker/sw.ts'), output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
}

function compress(out: string): void {
  for (const file of filesIn(out)) {
    if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file) || file === 'config.json') continue;
    const path = join(out, file);
    const whole = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(whole, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
}

const filesIn = (folder: string, under = ''): string[] =>
  readdirSync(join(folder, under), { withFileTypes: true }).flatMap(entry => {
    const path = under ? `${under}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesIn(folder, path) : /\.(gz|br)$/.test(path) ? [] : [path];
  });
