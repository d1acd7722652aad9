import { Printer, X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { isMac } from '../../../lib/is-mac.ts';
import { useKeyCommands, useKeyMap } from '../../../lib/keys/keyboard.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { keyGroups } from '../model/key-groups.ts';
import { playerKeys } from '../model/player-keys.ts';
import { KeyCaps } from './key-caps.tsx';
import './keyboard.css';

type AllKeysDialogProps = { readonly isOpen: boolean; readonly onOpen: (isOpen: boolean) => void };

const commands = ['allKeys'] as const;
const texts = strings.keys;

/** Every key there is, over the page and on paper. The keys work meanwhile; whoever presses one sees the page again. */
export function AllKeysDialog({ isOpen, onOpen }: AllKeysDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useKeyCommands(commands, () => onOpen(!isOpen));
  useLayoutEffect(() => {
    // The browser keeps where the focus was, and gives it back.
    if (isOpen) {
      dialog.current?.showModal();
      // Not on what prints.
      close.current?.focus();
    } else if (dialog.current?.open === true) dialog.current.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="all-keys" aria-labelledby="all-keys" onClose={() => onOpen(false)}>
      {isOpen && (
        <>
          <header className="row all-keys-head">
            <h2 id="all-keys" className="grow">
              {texts.allTitle}
            </h2>
            <Act icon={Printer} label={texts.print} onPress={() => print()} />
            <Act ref={close} icon={X} iconOnly label={texts.close} onPress={() => onOpen(false)} />
          </header>
          <KeyLists />
        </>
      )}
    </dialog>
  );
}

function KeyLists() {
  const map = useKeyMap();
  return (
    <div className="all-keys-groups">
      {keyGroups.map(({ id, title, commands: listed }) => (
        <section key={id} aria-labelledby={`all-keys-${id}`}>
          <h3 id={`all-keys-${id}`}>{title}</h3>
          <ul>
            {listed.map((command) => (
              <li key={command}>
                <span className="grow">{texts.commands[command]}</span>
                <KeyCaps combination={map[command]} isMac={isMac} />
              </li>
            ))}
            {id === 'anywhere' && (
              <li>
                <span className="grow">{texts.escape}</span>
                <KeyCaps combination="Esc" isMac={isMac} />
              </li>
            )}
          </ul>
        </section>
      ))}
      <section aria-labelledby="all-keys-player">
        <h3 id="all-keys-player">{strings.recordings.keys.title}</h3>
        <ul>
          {playerKeys.map(([key, does]) => (
            <li key={key}>
              <span className="grow">{strings.recordings.keys[does]}</span>
              <KeyCaps combination={key} isMac={isMac} />
            </li>
          ))}
        </ul>
        <p className="small muted">{strings.recordings.keys.hint}</p>
      </section>
    </div>
  );
}
