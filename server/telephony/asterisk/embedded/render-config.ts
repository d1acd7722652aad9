import { createHash } from 'node:crypto';

/** Text by file name. */
export type ConfigFiles = Readonly<Record<string, string>>;
/** A list takes the place of a line that has nothing but its placeholder. */
export type ConfigValues = Readonly<Record<string, string | readonly string[]>>;

/** A semicolon would begin a comment; a line break would begin whatever it likes. */
function escaped(value: string): string {
  if (/[\r\n]/u.test(value)) throw new RangeError('a configuration value with a line break');
  return value.replaceAll(';', '\\;');
}

function fill(text: string, values: ConfigValues): string {
  return text.replaceAll(/@([A-Z_]+)@/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new ReferenceError(`a template asks for ${name}, which there is none of`);
    return typeof value === 'string' ? escaped(value) : value.map(escaped).join('\n');
  });
}

/** The templates with each `@NAME@` replaced, and without the optional modules this installation does not have. */
export function renderConfig(
  templates: ConfigFiles,
  values: ConfigValues,
  hasModule: (name: string) => boolean,
): ConfigFiles {
  const modules = (text: string): string =>
    text
      .split('\n')
      .filter((line) => !line.includes('; optional') || hasModule(line.replace(/^load=(\S+).*$/u, '$1')))
      .join('\n');
  return Object.fromEntries(
    Object.entries(templates).map(([name, text]) => [
      name,
      fill(name === 'modules.conf' ? modules(text) : text, values),
    ]),
  );
}

/** Names a configuration: two with the same hash may be served by the same running Asterisk. */
export function hashOf(files: ConfigFiles): string {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
