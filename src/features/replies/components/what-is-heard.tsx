import { Play, Square } from 'lucide-react';
import { isMac } from '../../../lib/is-mac.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import type { Draft } from '../model/draft-store.ts';

type WhatIsHeardProps = { readonly name: string; readonly draft: Draft; readonly onListen: () => void };

/** What the caller will hear, to be listened to before it is sent, and what they may press then. */
export function WhatIsHeard({ name, draft: { text, preview }, onListen }: WhatIsHeardProps) {
  const texts = strings.replies.dialog;
  const isEmpty = text.trim() === '';
  return (
    <section className="reply-heard" aria-label={fill(texts.willHear, { name })}>
      <h3>
        <bdi>{fill(texts.willHear, { name })}</bdi>
      </h3>
      <div className="reply-words">
        <p>{isEmpty ? <span className="muted">{texts.nothingYet}</span> : <bdi>{text}</bdi>}</p>
        <Act
          icon={preview === 'playing' ? Square : Play}
          label={{ silent: texts.play, preparing: texts.speaking, playing: texts.stop }[preview]}
          shortcut={isMac ? 'Control+Shift+P' : 'Alt+P'}
          busy={preview === 'preparing'}
          unavailable={isEmpty ? texts.nothingYet : undefined}
          onPress={onListen}
        />
      </div>
      <p className="muted">{texts.thenMenu}</p>
      <ol className="reply-menu">
        {texts.menu.map(({ key, does, shows }) => (
          <li key={key}>
            <kbd className="kbd solid">{key}</kbd>
            <span className="grow">{does}</span>
            <span className="small muted">{shows}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
