/** One number of the metrics, summed over its labels; 0 where it is not there. */
export async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const rows = text.split('\n').filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  return rows.reduce((sum, row) => sum + Number(row.split(' ').at(-1)), 0);
}
