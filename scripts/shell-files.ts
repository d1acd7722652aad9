/** As much of Vite's manifest as is read: chunks by the source they come from. */
export type Manifest = Readonly<
  Record<
    string,
    {
      readonly file: string;
      readonly isEntry?: boolean;
      readonly imports?: readonly string[];
      readonly css?: readonly string[];
      readonly assets?: readonly string[];
    }
  >
>;

/** What a signed-in desk is made of: the entry, the console and the telephone. */
const parts = ['index.html', 'src/app/console/signed-in.tsx', 'src/drivers/sip/sip-phone-line.ts'];

/**
 * The files that these parts need before they run, with their styles and fonts; paths of the origin, in order. Throws
 * where a part is not in the manifest: the page would come up without it once the server cannot be reached.
 */
export function shellFiles(manifest: Manifest): readonly string[] {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`the build has no ${key}, which the kept page needs`);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(`/${file}`);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const part of parts) visit(part);
  return [...files].toSorted();
}
