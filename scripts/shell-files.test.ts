import { describe, expect, test } from 'vitest';
import { shellFiles, type Manifest } from './shell-files.ts';

const manifest: Manifest = {
  '_shared-1.js': { file: 'assets/shared-1.js' },
  'index.html': {
    file: 'assets/index-1.js',
    isEntry: true,
    imports: ['_shared-1.js'],
    css: ['assets/index-1.css'],
    assets: ['assets/text-1.woff2'],
  },
  'src/app/console/signed-in.tsx': { file: 'assets/signed-in-1.js', imports: ['index.html', '_shared-1.js'] },
  'src/drivers/sip/sip-phone-line.ts': { file: 'assets/sip-1.js', imports: ['_shared-1.js'] },
  'src/app/settings/settings-page.tsx': { file: 'assets/settings-1.js', css: ['assets/settings-1.css'] },
};

describe('the files that are kept for when the server cannot be reached', () => {
  test('are those of the entry, the console and the telephone, each once', () => {
    expect(shellFiles(manifest)).toEqual([
      '/assets/index-1.css',
      '/assets/index-1.js',
      '/assets/shared-1.js',
      '/assets/signed-in-1.js',
      '/assets/sip-1.js',
      '/assets/text-1.woff2',
    ]);
  });

  test('a part that was renamed is not left out in silence', () => {
    const { 'src/drivers/sip/sip-phone-line.ts': _, ...others } = manifest;
    expect(() => shellFiles(others)).toThrow('sip-phone-line.ts');
  });
});
