import { Check } from 'lucide-react';
import type { Ref } from 'react';
import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { nameOf, type FormatNumber } from '../model/work-words.ts';
import type { Worklist } from '../model/worklist.ts';

type WorkNoticeProps = { readonly work: Worklist; readonly format: FormatNumber; readonly ref: Ref<HTMLOutputElement> };

/** What was done last, and the way back; the place for it is always there, so that it is read out. */
export function WorkNotice({ work, format, ref }: WorkNoticeProps) {
  const texts = strings.worklist;
  const last = useStore(work.working, (state) => state.last);
  const item = useStore(work.table.store, (table) => (last === null ? undefined : table[last.itemId]));
  return (
    <output ref={ref} className="work-notice" tabIndex={-1}>
      {last !== null && item !== undefined && (
        <span className="banner info">
          <Icon of={Check} size={20} />
          <span className="grow">
            {fill(last.what === 'done' ? texts.nowDone : texts.reopened, { name: nameOf(item, format) })}
          </span>
          <Act size="min" label={texts.undo} onPress={() => void work.finish(item.id, last.what !== 'done')} />
        </span>
      )}
    </output>
  );
}
