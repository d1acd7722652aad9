import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Banner } from '../../../ui/banner.tsx';
import type { AdminStore, AdminTable } from '../model/admin-store.ts';

type LoadedProps = { readonly admin: AdminStore; readonly children: (table: AdminTable) => ReactNode };

/** What is to be shown once it is here; until then that it is asked for, or why it does not come. */
export function Loaded({ admin, children }: LoadedProps) {
  const state = useStore(admin.store);
  if (state.state === 'ready') return children(state.table);
  if (state.state === 'loading') return <output className="panel admin-empty muted">{strings.loading}</output>;
  return (
    <div role="alert">
      <Banner
        tone="bad"
        icon={TriangleAlert}
        title={strings.admin.failedTitle}
        text={failureSentence(state.code, errorTable)}
        cure={<Act size="min" label={strings.admin.again} onPress={() => void admin.load()} />}
      />
    </div>
  );
}
