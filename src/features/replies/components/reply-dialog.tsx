import { Hourglass, PhoneIncoming, Send, TriangleAlert, X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useStore } from 'zustand';
import type { Call } from '../../../../shared/call/call.ts';
import { clockFace, spokenDuration } from '../../../lib/duration.ts';
import { isMac } from '../../../lib/is-mac.ts';
import { useShortcuts } from '../../../lib/keys/keyboard.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Timer } from '../../../ui/timer.tsx';
import type { DraftStore } from '../model/draft-store.ts';
import { nameOf, queueOf, type FormatNumber } from '../model/reply-words.ts';
import { whatBecameOf } from '../model/what-became-of.ts';
import { MessageField } from './message-field.tsx';
import { SuggestionChoice } from './suggestion-choice.tsx';
import { VoiceChoice } from './voice-choice.tsx';
import { WhatIsHeard } from './what-is-heard.tsx';
import './reply-dialog.css';

export type ReplyDialogProps = {
  readonly drafts: DraftStore;
  /** Whom it is for, as the call is now. */
  readonly call: Call;
  /** The server's clock, ms since the epoch. */
  readonly now: number;
  readonly format: FormatNumber;
  /** Why nothing can be sent just now; null: it can. */
  readonly unavailable: string | null;
  readonly onAnswer: () => void;
};

/** Where a reply is chosen or written, and listened to, while the caller rings on. */
export function ReplyDialog({ drafts, call, now, format, unavailable, onAnswer }: ReplyDialogProps) {
  const draft = useStore(drafts.store);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector('textarea')?.focus();
    // Closed while it is still on the page: else the browser would not know where the focus was.
    return () => shown?.close();
  }, []);
  const answerInstead = (): void => {
    drafts.close();
    onAnswer();
  };
  const became = whatBecameOf(call);
  // Whoever is at the voicemail can be taken out of it.
  const canAnswer = became === null || call.state === 'voicemail';
  const onKeyDown = useDialogKeys(drafts, canAnswer ? answerInstead : drafts.close);
  const cancel = (event: SyntheticEvent): void => {
    // React decides whether it is there.
    event.preventDefault();
    drafts.close();
  };
  const name = nameOf(call, format);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of a window, wherever its focus is
    <dialog ref={dialog} className="reply-dialog" aria-labelledby={titleId} onCancel={cancel} onKeyDown={onKeyDown}>
      <Head titleId={titleId} call={call} now={now} name={name} />
      <div role="alert">
        {became !== null && <Banner tone="wait" icon={TriangleAlert} title={became} />}
        {became === null && draft.failure !== null && <Banner tone="bad" icon={TriangleAlert} title={draft.failure} />}
      </div>
      <div className="reply-columns">
        <div className="col reply-writing">
          <SuggestionChoice draft={draft} drafts={drafts} />
          <MessageField text={draft.text} most={draft.offer?.longest ?? null} onWrite={drafts.write} />
          <VoiceChoice draft={draft} drafts={drafts} />
        </div>
        <WhatIsHeard name={name} draft={draft} onListen={() => void drafts.listen()} />
      </div>
      <Foot
        drafts={drafts}
        isSending={draft.isSending}
        refusal={refusalOf(draft.text, draft.offer?.longest ?? null, became ?? unavailable)}
        onAnswer={canAnswer ? answerInstead : null}
      />
    </dialog>
  );
}

type HeadProps = Pick<ReplyDialogProps, 'call' | 'now'> & { readonly titleId: string; readonly name: string };

/** Whom it is for, and how long they have waited: the clock goes on. */
function Head({ titleId, call, now, name }: HeadProps) {
  const texts = strings.replies.dialog;
  const waited = now - call.arrivedAt;
  return (
    <header className="row">
      <div className="col grow">
        <h2 id={titleId}>
          <bdi>{fill(texts.title, { name })}</bdi>
        </h2>
        <p className="muted">{fill(texts.hint, { queue: queueOf(call) })}</p>
      </div>
      {whatBecameOf(call) === null && (
        <Chip tone="wait" icon={Hourglass}>
          <Timer
            face={fill(texts.waiting, { time: clockFace(waited) })}
            label={fill(texts.waitingLabel, { time: spokenDuration(waited) })}
          />
        </Chip>
      )}
    </header>
  );
}

type FootProps = {
  readonly drafts: DraftStore;
  readonly isSending: boolean;
  /** Why it cannot be sent. */
  readonly refusal: string | undefined;
  /** Null when there is nobody to answer any more. */
  readonly onAnswer: (() => void) | null;
};

function Foot({ drafts, isSending, refusal, onAnswer }: FootProps) {
  const texts = strings.replies.dialog;
  const { answer } = useShortcuts();
  return (
    <footer className="reply-foot">
      <Act
        tone="now"
        size="main"
        icon={Send}
        label={isSending ? texts.sending : texts.send}
        shortcut={isMac ? 'Meta+Enter' : 'Control+Enter'}
        busy={isSending}
        unavailable={refusal}
        onPress={() => void drafts.send()}
      />
      {onAnswer !== null && (
        <Act size="main" icon={PhoneIncoming} label={texts.answerInstead} shortcut={answer} onPress={onAnswer} />
      )}
      <Act
        className="end"
        tone="end-line"
        size="main"
        icon={X}
        label={onAnswer === null ? texts.close : texts.cancel}
        shortcut="Escape"
        onPress={drafts.close}
      />
    </footer>
  );
}

function refusalOf(text: string, most: number | null, why: string | null): string | undefined {
  const texts = strings.replies.dialog;
  if (why !== null) return why;
  if (text.trim() === '') return texts.nothingYet;
  return most !== null && text.length > most ? fill(texts.tooLong, { most }) : undefined;
}

/** Ctrl+Enter sends, Alt+P plays, Alt and the arrows go through the templates, the key of Answer answers this caller and no other. */
function useDialogKeys(drafts: DraftStore, answerInstead: () => void) {
  const shortcuts = useShortcuts();
  return (event: KeyboardEvent): void => {
    const { code, altKey, ctrlKey, metaKey, shiftKey } = event;
    const isSend = code === 'Enter' && (ctrlKey || metaKey) && !altKey && !shiftKey;
    const isAlt = isMac ? ctrlKey && shiftKey : altKey && !ctrlKey && !shiftKey;
    const isPlay = isAlt && code === 'KeyP';
    const isStep = isAlt && (code === 'ArrowUp' || code === 'ArrowDown') && !isList(event.target);
    const isAnswer = code === shortcuts.answer && !altKey && !ctrlKey && !shiftKey;
    if (!isSend && !isPlay && !isStep && !isAnswer) return;
    event.preventDefault();
    event.stopPropagation();
    if (isSend) void drafts.send();
    else if (isPlay) void drafts.listen();
    else if (isStep) drafts.step(code === 'ArrowUp' ? -1 : 1);
    else answerInstead();
  };
}

/** A list of choices opens with Alt and an arrow. */
const isList = (target: EventTarget): boolean => target instanceof HTMLSelectElement;
