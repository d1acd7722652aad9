import { weighPages } from '../../scripts/bundle-budget.mjs';
import type { Line, Row } from '../line.ts';
import { single } from '../statistics.ts';

const budgets: Readonly<Record<string, number>> = { 'sign-in': 150, console: 350, 'console and telephone': 350 };

/** What the built pages load before they are usable. */
export const bundle: Row = {
  name: 'bundle',
  measure: async () => {
    const pages = await weighPages();
    return pages.map(({ page, js }): Line => ({
      what: `first-load JavaScript, ${page}`,
      unit: 'kB gzip',
      ...single(js / 1000, 1),
      budget: budgets[page] ?? null,
    }));
  },
};
