import { keepsBudget, type Line } from './line.ts';

const headings = ['', 'n', 'median', 'p95', 'budget', '', ''] as const;
const textColumns = [0, 6];
const gap = '  ';

/** Small figures with a decimal or two, large ones without. */
export function figure(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return value.toFixed(0);
  return size >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The lines as a table of plain text, notes below it. */
export function tableOf(lines: readonly Line[]): string {
  const notes = [...new Set(lines.flatMap(({ note }) => (note === undefined ? [] : [note])))];
  const cells = [headings, ...lines.map((line) => cellsOf(line, notes))];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const rows = cells.map((row) =>
    row
      .map((cell, column) =>
        textColumns.includes(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join(gap)
      .trimEnd(),
  );
  const ruled = widths.slice(0, -1);
  const rule = '─'.repeat(ruled.reduce((sum, width) => sum + width + gap.length, -gap.length));
  const [head = '', ...body] = rows;
  return [head, rule, ...body, '', ...notes.map((note, index) => `[${index + 1}] ${note}`)].join('\n').trimEnd();
}

function cellsOf(line: Line, notes: readonly string[]): readonly string[] {
  const { what, unit, n, median, p95, budget, note, more = {} } = line;
  const kept = keepsBudget(line);
  return [
    `${what}, ${unit}${note === undefined ? '' : ` [${notes.indexOf(note) + 1}]`}`,
    String(n),
    figure(median),
    p95 === null ? '–' : figure(p95),
    budget === null ? '' : figure(budget),
    kept === null ? '' : mark(kept),
    Object.entries(more)
      .map(([unit, value]) => `${figure(value)} ${unit}`)
      .join(', '),
  ];
}

const mark = (kept: boolean): string => (kept ? '✔' : '✖');
