/** One number of the metrics, summed over its labels; 0 where it is not there. */
export async function metric(url: string, name: string): Promise<number> {
  return sumOf(await rowsOf(url), name) ?? 0;
}

/** The numbers of one moment; each is there from the start, so that a name that has changed is a fault, and not 0. */
export async function readMetrics(url: string): Promise<(name: string) => number> {
  const rows = await rowsOf(url);
  return (name) => {
    const sum = sumOf(rows, name);
    if (sum === undefined) throw new Error(`there is no metric ${name}`);
    return sum;
  };
}

const rowsOf = async (url: string): Promise<readonly string[]> =>
  (await (await fetch(`${url}/metrics`)).text()).split('\n');

function sumOf(rows: readonly string[], name: string): number | undefined {
  const found = rows.filter((row) => row.startsWith(`${name} `) || row.startsWith(`${name}{`));
  return found.length === 0 ? undefined : found.reduce((sum, row) => sum + Number(row.split(' ').at(-1)), 0);
}
