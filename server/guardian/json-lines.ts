import type { Readable, Writable } from 'node:stream';

const longestLine = 65_536;

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object in one line of text, or undefined for anything else. */
export function parseJsonLine(line: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Hands over each JSON object that arrives on its own line; a line that is none, or is too long, is left out. */
export function readJsonLines(stream: Readable, heard: (message: JsonObject) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(-longestLine);
    for (const line of lines) {
      const message = parseJsonLine(line);
      if (message) heard(message);
    }
  });
}

export function writeJsonLine(stream: Writable, message: JsonObject): void {
  if (stream.writable) stream.write(`${JSON.stringify(message)}\n`);
}
