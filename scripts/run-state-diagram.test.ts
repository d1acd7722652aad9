import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawStateDiagram } from './draw-state-diagram.ts';
import { runStateDiagram } from './run-state-diagram.ts';

let folder = '';
let said: string[] = [];
const say = (line: string) => void said.push(line);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'diagram-'));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the state diagram', () => {
  it('on disk is what the table says', () => {
    const file = fileURLToPath(new URL('../docs/state-diagram.md', import.meta.url));
    expect(runStateDiagram(['--check'], file, say)).toBe(0);
    expect(said).toEqual([]);
  });

  it('draws the moves and leaves nothing of the end', () => {
    const drawn = drawStateDiagram();
    expect(drawn).toContain('  ringing --> talking: answered\n');
    expect(drawn).toContain('| `answered` |  | talking |');
    expect(drawn).not.toMatch(/^ {2}ended --> (?!\[\*\])/m);
  });

  it('is refused by --check when it is missing, and when one word is another', () => {
    const file = path.join(folder, 'state-diagram.md');
    expect(runStateDiagram(['--check'], file, say)).toBe(1);
    expect(runStateDiagram([], file, say)).toBe(0);
    expect(runStateDiagram(['--check'], file, say)).toBe(0);
    writeFileSync(file, readFileSync(file, 'utf8').replace('ringing --> talking', 'ringing --> held'));
    expect(runStateDiagram(['--check'], file, say)).toBe(1);
    expect(said).toHaveLength(2);
    expect(said[1]).toContain('npm run diagram');
  });

  it('knows no other argument', () => {
    expect(runStateDiagram(['--chekc'], path.join(folder, 'x.md'), say)).toBe(2);
  });
});
