import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, renderConfig } from './render-config.ts';

const all = (): boolean => true;
const rendered = (text: string, values: Parameters<typeof renderConfig>[1] = {}): string | undefined =>
  renderConfig({ 'a.conf': text }, values, all)['a.conf'];

describe('a template', () => {
  it('gets its values, and a line for each of a list', () => {
    expect(rendered('bind=@ADDRESS@:@PORT@', { ADDRESS: '127.0.0.1', PORT: '5060' })).toBe('bind=127.0.0.1:5060');
    expect(rendered('a\n@LINES@\nb', { LINES: ['x', 'y'] })).toBe('a\nx\ny\nb');
    expect(rendered('a\n@LINES@\nb', { LINES: [] })).toBe('a\n\nb');
  });

  it('that asks for what there is not is a bug', () => {
    expect(() => rendered('@NOTHING@')).toThrow(ReferenceError);
  });

  it('takes no value that would become a comment or another line', () => {
    expect(rendered('contact=@X@', { X: 'sip:carrier;transport=tcp' })).toBe('contact=sip:carrier\\;transport=tcp');
    assert(
      property(string(), constantFrom('\n', '\r'), string(), (before, end, after) => {
        expect(() => rendered('@X@', { X: before + end + after })).toThrow(RangeError);
        expect(() => rendered('@X@', { X: [before + end + after] })).toThrow(RangeError);
      }),
    );
  });

  it('leaves out optional modules that are not there, and no others', () => {
    const text = 'load=a.so\nload=b.so ; optional: this\nload=c.so ; optional: that';
    const files = renderConfig({ 'modules.conf': text }, {}, (name) => name === 'c.so');
    expect(files['modules.conf']).toBe('load=a.so\nload=c.so ; optional: that');
  });
});

describe('the hash', () => {
  it('is the same for the same files in any order, and another for any change', () => {
    expect(hashOf({ a: '1', b: '2' })).toBe(hashOf({ b: '2', a: '1' }));
    expect(hashOf({ a: '1' })).not.toBe(hashOf({ a: '2' }));
    expect(hashOf({ a: '1' })).not.toBe(hashOf({ b: '1' }));
  });
});

describe('our templates', () => {
  const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'templates');
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8').replaceAll(/^;.*$/gmu, '');
  const everything = readdirSync(folder).map(read).join('\n');

  it('let nobody in by name, and nobody anonymous', () => {
    expect(read('modules.conf')).not.toMatch(/identifier_(user|anonymous)|auth_username/u);
    expect(everything).not.toMatch(/^\[anonymous\]/mu);
  });

  it('load nothing that reaches a shell, the network or the management interface', () => {
    expect(read('modules.conf')).not.toMatch(
      /app_system|func_shell|res_curl|func_curl|res_agi|app_exec|func_env|manager/u,
    );
    expect(read('asterisk.conf')).toMatch(/live_dangerously = no/u);
    expect(read('manager.conf')).toMatch(/enabled=no/u);
  });

  it('keep HTTP on loopback and no origin but our own', () => {
    expect(read('http.conf')).toMatch(/^bindaddr=127\.0\.0\.1$/mu);
    expect(read('ari.conf')).not.toMatch(/allowed_origins=\*/u);
  });

  it('take keys in every form and of any length, each once', () => {
    expect(read('pjsip.conf')).toMatch(/^dtmf_mode=auto_info$/mu);
    expect(read('modules.conf')).toMatch(/^load=res_pjsip_dtmf_info\.so$/mu);
    expect(read('asterisk.conf')).toMatch(/^mindtmfduration = 1$/mu);
  });

  it('let the trunk transfer nothing, and log neither digits nor dialled numbers', () => {
    expect(read('pjsip.conf')).toMatch(/^allow_transfer=no$/mu);
    expect(read('pjsip.conf')).toMatch(/^send_connected_line=no$/mu);
    expect(read('logger.conf')).not.toMatch(/verbose|dtmf|debug/u);
  });
});
