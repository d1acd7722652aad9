import type { HidCollection, HidItem, HidReport } from './hid.ts';

/** One value in a report: a usage, and where its bits are. */
export type HidField = {
  readonly reportId: number;
  /** The usage page in the upper 16 bits, the usage in the lower; null in an array, where the value names the usage. */
  readonly usage: number | null;
  /** For arrays: the usages its values stand for, from `firstValue` on. */
  readonly usages: readonly number[];
  readonly firstValue: number;
  readonly bit: number;
  readonly size: number;
  /** Whether it says how something is, and not that it changed. */
  readonly isAbsolute: boolean;
  /** Whether it goes back by itself when nobody presses it. */
  readonly isMomentary: boolean;
};

/** The fields of all reports of one direction, in the order of their bits (Device Class Definition for HID 1.11 §5.6). */
export function fieldsOf(
  collections: readonly HidCollection[],
  direction: 'inputReports' | 'outputReports',
): readonly HidField[] {
  return collections.flatMap((collection) => {
    // What an outer collection has, its inner ones have again.
    const reports = collection[direction] ?? [];
    return reports.length > 0 ? reports.flatMap(fieldsOfReport) : fieldsOf(collection.children ?? [], direction);
  });
}

/** How many bytes each report has, without its id. */
export function reportLengths(collections: readonly HidCollection[]): ReadonlyMap<number, number> {
  const lengths = new Map<number, number>();
  for (const { outputReports = [], children = [] } of collections) {
    for (const [id, length] of outputReports.length > 0 ? [] : reportLengths(children)) lengths.set(id, length);
    for (const { reportId = 0, items = [] } of outputReports) {
      const bits = items.reduce((sum, { reportSize = 0, reportCount = 0 }) => sum + reportSize * reportCount, 0);
      lengths.set(reportId, Math.ceil(bits / 8));
    }
  }
  return lengths;
}

function fieldsOfReport({ reportId = 0, items = [] }: HidReport): readonly HidField[] {
  let bit = 0;
  return items.flatMap((item) => {
    const { reportSize = 0, reportCount = 0 } = item;
    const start = bit;
    bit += reportSize * reportCount;
    if (item.isConstant === true) return [];
    const usages = usagesOf(item);
    return Array.from({ length: reportCount }, (_, index) => ({
      reportId,
      usage: item.isArray === true ? null : (usages[Math.min(index, usages.length - 1)] ?? 0),
      usages,
      firstValue: item.logicalMinimum ?? 0,
      bit: start + index * reportSize,
      size: reportSize,
      isAbsolute: item.isAbsolute ?? true,
      isMomentary: item.hasPreferredState ?? true,
    }));
  });
}

/** A range of half the world is a mistake in a descriptor, not so many buttons. */
const usagesAtMost = 256;

function usagesOf({ isRange, usages = [], usageMinimum = 0, usageMaximum = 0 }: HidItem): readonly number[] {
  if (isRange !== true) return usages;
  const count = Math.min(usagesAtMost, Math.max(0, usageMaximum - usageMinimum + 1));
  return Array.from({ length: count }, (_, index) => usageMinimum + index);
}

/** The value of a field in a report, least significant bit first; 0 when the report is too short. */
export function readField(data: DataView, { bit, size }: Pick<HidField, 'bit' | 'size'>): number {
  let value = 0;
  for (let n = 0; n < Math.min(size, 31); n += 1) {
    const at = bit + n;
    if (at >> 3 >= data.byteLength) break;
    if ((data.getUint8(at >> 3) >> (at & 7)) & 1) value |= 1 << n;
  }
  return value;
}

/** What a usage is in this report: 1 or 0 for a button; undefined when the report does not tell of it. */
export function valueOf(
  fields: readonly HidField[],
  usage: number,
  reportId: number,
  data: DataView,
): number | undefined {
  const mine = fields.filter((field) => field.reportId === reportId);
  const own = mine.find((field) => field.usage === usage);
  if (own !== undefined) return readField(data, own);
  const slots = mine.filter((field) => field.usage === null && field.usages.includes(usage));
  if (slots.length === 0) return undefined;
  const isPressed = slots.some((slot) => slot.usages[readField(data, slot) - slot.firstValue] === usage);
  return isPressed ? 1 : 0;
}

/** The reports that set these usages to on or off, everything else in them to 0. */
export function reportsFor(
  fields: readonly HidField[],
  lengths: ReadonlyMap<number, number>,
  values: ReadonlyMap<number, boolean>,
): readonly { readonly reportId: number; readonly data: Uint8Array<ArrayBuffer> }[] {
  const ids = new Set(
    fields.filter(({ usage }) => usage !== null && values.has(usage)).map(({ reportId }) => reportId),
  );
  return [...ids].map((reportId) => {
    const data = new Uint8Array(lengths.get(reportId) ?? 0);
    for (const { usage, bit, reportId: id } of fields) {
      if (id !== reportId || usage === null || values.get(usage) !== true) continue;
      data[bit >> 3] = (data[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
    return { reportId, data };
  });
}
