import { describe, expect, it } from 'vitest';
import { keepsBudget, type Line } from './line.ts';
import { tableOf } from './table.ts';

const line: Line = { what: 'invited to painted', unit: 'ms', n: 30, median: 21.04, p95: 60, budget: 60 };

describe('the table', () => {
  it('has a row a line, with its budget kept or not', () => {
    const rows = tableOf([line, { ...line, p95: 60.1 }, { ...line, budget: null }]).split('\n');
    expect(rows[2]).toMatch(/^invited to painted, ms +30 +21\.0 +60\.0 +60\.0 +✔$/);
    expect(rows[3]).toMatch(/✖$/);
    expect(rows[4]).not.toMatch(/[✔✖]/);
  });

  it('says a note once, below, and where it belongs', () => {
    const note = 'measured by hand';
    const text = tableOf([line, { ...line, note }, { ...line, note }]);
    expect(text.match(/\[1\]/g)).toHaveLength(3);
    expect(text.endsWith('[1] measured by hand')).toBe(true);
  });
});

describe('a budget', () => {
  it('is held against the p95, and against the figure where nothing is spread', () => {
    expect(keepsBudget(line)).toBe(true);
    expect(keepsBudget({ ...line, p95: null, median: 61 })).toBe(false);
    expect(keepsBudget({ ...line, budget: null })).toBeNull();
  });
});
