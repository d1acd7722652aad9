import { useStore } from 'zustand';
import type { Announcer } from './announcer.ts';

/** What a screen reader says by itself. Always in the page: a region that comes with its text is not announced. */
export function LiveRegions({ announcer }: { readonly announcer: Announcer }) {
  const { assertive, polite } = useStore(announcer.store);
  return (
    <>
      <div className="sr" role="alert" aria-live="assertive" aria-atomic="true" data-testid="spoken-assertive">
        {assertive}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- `output` would belong to a form */}
      <div className="sr" role="status" aria-live="polite" aria-atomic="true" data-testid="spoken-polite">
        {polite}
      </div>
    </>
  );
}
