import { useStore } from 'zustand';
import type { Me } from '../../../shared/protocol/accounts.ts';
import { isOpen } from '../../features/worklist/model/work-table.ts';
import type { ConsoleModel } from './console-model.ts';
import type { Page } from './place.ts';
import { Rail } from './rail.tsx';

type ConsoleRailProps = {
  readonly model: ConsoleModel;
  readonly me: Me;
  /** Whether the people stand beside the calls, and need no page. */
  readonly isWide: boolean;
  readonly page: Page;
  readonly onGo: (address: string) => void;
};

/** The way around, as this person has it, with what there is to do. */
export function ConsoleRail({ model, me, isWide, page, onGo }: ConsoleRailProps) {
  const replies = useStore(model.replies.toDo, ({ answered }) => answered);
  const recordings = useStore(model.recordings.newVoicemails);
  const callBack = useStore(model.worklist.table.store, (table) => Object.values(table).filter(isOpen).length);
  return (
    <Rail
      pages={
        isWide
          ? ['calls', 'replies', 'callBack', 'recordings']
          : ['calls', 'people', 'replies', 'callBack', 'recordings']
      }
      asides={me.user.role === 'receptionist' ? ['settings'] : ['settings', 'admin']}
      page={page}
      badges={{ replies, callBack, recordings }}
      onGo={onGo}
    />
  );
}
