import { TriangleAlert } from 'lucide-react';
import { useStore } from 'zustand';
import type { Call } from '../../../../shared/call/call.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import { Act } from '../../../ui/act.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { isFiltered } from '../model/history-filter.ts';
import type { HistoryStore } from '../model/history-list.ts';
import type { FormatNumber } from '../model/work-words.ts';
import { HistoryFilters, type Choice } from './history-filters.tsx';
import { HistoryTable } from './history-table.tsx';
import { StoryPanel } from './story-panel.tsx';

export type HistoryViewProps = {
  readonly history: HistoryStore;
  readonly server: Pick<ServerLink, 'call'>;
  /** The calls that are going on. */
  readonly calls: readonly Call[];
  readonly lines: readonly Choice[];
  readonly people: readonly Choice[];
  readonly format: FormatNumber;
  /** Whose story is open. */
  readonly storyId: string | null;
  readonly onStory: (callId: string | null) => void;
  readonly onGo: (to: string) => void;
};

/** Every call, and beside the list the story of the one that was chosen. */
export function HistoryView(props: HistoryViewProps) {
  const { history, server, calls, format, storyId, onStory, onGo } = props;
  const close = (): void => {
    const opener = document.querySelector<HTMLElement>(`tr[data-row="${storyId}"]`);
    onStory(null);
    // On a smaller window it is hidden until the panel is gone.
    queueMicrotask(() => opener?.focus());
  };
  return (
    <>
      <HistoryFilters {...props} />
      <div className={storyId === null ? 'call-history' : 'call-history with-story'}>
        <div className="col history-list">
          <HistoryList history={history} format={format} storyId={storyId} onStory={onStory} />
        </div>
        {storyId !== null && (
          <StoryPanel
            key={storyId}
            callId={storyId}
            live={calls.find(({ id }) => id === storyId)}
            {...{ server, format, onGo }}
            onClose={close}
          />
        )}
      </div>
    </>
  );
}

type HistoryListProps = Pick<HistoryViewProps, 'history' | 'format' | 'storyId' | 'onStory'>;

function HistoryList({ history, format, storyId, onStory }: HistoryListProps) {
  const texts = strings.worklist;
  const { calls, hasMore, failure, filter } = useStore(history.store);
  return (
    <>
      {failure !== null && (
        <div role="alert">
          <Banner
            tone="bad"
            icon={TriangleAlert}
            title={fill(texts.failed, { reason: failure })}
            cure={<Act size="min" label={texts.again} onPress={history.again} />}
          />
        </div>
      )}
      {calls === null && failure === null && <output className="panel work-empty muted">{texts.loading}</output>}
      {calls !== null && calls.length === 0 && (
        <p className="panel work-empty muted">{isFiltered(filter) ? texts.history.found : texts.history.empty}</p>
      )}
      {calls !== null && calls.length > 0 && (
        <HistoryTable calls={calls} format={format} openId={storyId} onOpen={onStory} />
      )}
      {hasMore && (
        <div>
          <Act label={texts.history.older} onPress={() => void history.older()} />
        </div>
      )}
    </>
  );
}
