import { Search, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ReplyAnswer } from '../../../../shared/reply/reply.ts';
import type { CallBack } from '../../../lib/call-back.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import { Act } from '../../../ui/act.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { belongs, createRepliesList, type RepliesFilter, type RepliesListStore } from '../model/replies-list.ts';
import type { Replies } from '../model/replies.ts';
import type { FormatNumber } from '../model/reply-words.ts';
import type { VoicemailPlayer } from '../model/voicemail-player.ts';
import { HandledNotice } from './handled-notice.tsx';
import { ReplyRow } from './reply-row.tsx';
import { usePutAway } from './use-put-away.ts';
import './replies.css';

export type RepliesPageProps = {
  readonly replies: Replies;
  readonly server: Pick<ServerLink, 'call'>;
  readonly clock: Clock;
  readonly player: VoicemailPlayer;
  readonly meId: string;
  readonly format: FormatNumber;
  readonly callBack: CallBack;
};

/** What callers answered: to be dealt with, and what has been. */
export function RepliesPage({ replies, server, clock, player, meId, format, callBack }: RepliesPageProps) {
  const texts = strings.replies.page;
  const [list] = useState(() => createRepliesList({ server, table: replies.table, clock }));
  useEffect(() => list.follow(), [list]);
  useEffect(() => player.stop, [player]);
  useEffect(() => replies.forgive, [replies]);
  const { ids, hasMore, failure, filter } = useStore(list.store);
  const toDo = useStore(replies.toDo, ({ open }) => open);
  const table = useStore(replies.table.store);
  const shown = (ids ?? []).flatMap((id) => table[id] ?? []).filter((reply) => belongs(reply, filter.state));
  const { putAway, said } = usePutAway(replies);
  return (
    <section className="replies-page" aria-labelledby="replies-title">
      <header className="row">
        <h1 id="replies-title">{texts.title}</h1>
        <p className="muted hide-narrow">{texts.hint}</p>
      </header>
      <Filters list={list} toDo={toDo} />
      {failure !== null && (
        <Banner
          tone="bad"
          icon={TriangleAlert}
          title={fill(texts.failed, { reason: failure })}
          cure={<Act label={texts.again} onPress={list.again} />}
        />
      )}
      {ids === null && failure === null && <output className="muted">{texts.loading}</output>}
      <HandledNotice ref={said} replies={replies} format={format} />
      {shown.length > 0 && (
        <ul className="panel list" aria-label={texts.title}>
          {shown.map((reply) => (
            <ReplyRow
              key={reply.id}
              {...{ reply, replies, player, meId, format, callBack }}
              onDone={() => void putAway(reply.id, filter.state === 'all')}
            />
          ))}
        </ul>
      )}
      {ids !== null && shown.length === 0 && <Empty list={list} />}
      {hasMore && <Act label={texts.older} onPress={() => void list.older()} />}
    </section>
  );
}

function Empty({ list }: { readonly list: RepliesListStore }) {
  const texts = strings.replies.page;
  const { state, answer, search } = useStore(list.store, ({ filter }) => filter);
  const isFiltered = answer !== 'any' || search.trim() !== '';
  const whole = state === 'open' ? texts.nothingToDo : texts.empty;
  return <p className="panel replies-empty muted">{isFiltered ? texts.nothingFound : whole}</p>;
}

const answers: readonly ReplyAnswer[] = ['urgent', 'yes', 'no', 'voicemail', 'none'];

const isAnswer = (value: string): value is ReplyAnswer => answers.some((one) => one === value);

function Filters({ list, toDo }: { readonly list: RepliesListStore; readonly toDo: number }) {
  const texts = strings.replies.page;
  const { state, answer, search } = useStore(list.store, ({ filter }) => filter);
  const states: readonly { readonly value: RepliesFilter['state']; readonly label: string }[] = [
    { value: 'open', label: fill(texts.toDo, { count: toDo }) },
    { value: 'handled', label: texts.done },
    { value: 'all', label: texts.all },
  ];
  return (
    <search className="replies-filters">
      <Segments
        label={texts.states}
        options={states}
        value={state}
        onChange={(value) => list.choose({ state: value })}
      />
      <span className="replies-search">
        <Icon of={Search} className="faint" />
        <input
          type="search"
          className="field"
          aria-label={texts.search}
          placeholder={texts.searchHint}
          maxLength={80}
          value={search}
          onChange={({ target }) => list.choose({ search: target.value })}
        />
      </span>
      <select
        className="field"
        aria-label={texts.answer}
        value={answer}
        onChange={({ target }) => list.choose({ answer: isAnswer(target.value) ? target.value : 'any' })}
      >
        <option value="any">{texts.anyAnswer}</option>
        {answers.map((one) => (
          <option key={one} value={one}>
            {strings.replies.answers[one]}
          </option>
        ))}
      </select>
    </search>
  );
}
