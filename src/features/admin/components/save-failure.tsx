import { TriangleAlert } from 'lucide-react';
import { Banner } from '../../../ui/banner.tsx';

/** Why what is on the page could not be saved; the place for it is always there, so that it is read out. */
export function SaveFailure({ failure }: { readonly failure: string | null }) {
  return <div role="alert">{failure !== null && <Banner tone="bad" icon={TriangleAlert} title={failure} />}</div>;
}
