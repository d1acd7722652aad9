import type { Person } from '../../../../shared/protocol/stream.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { presenceTextClass } from '../../../ui/presence-looks.ts';
import { presenceWords } from '../model/presence-words.ts';

type PersonRowProps = {
  readonly person: Person;
  /** The server's clock, ms since the epoch. */
  readonly now: number;
  /** They may stand differently by now. */
  readonly isDoubtful: boolean;
};

export function PersonRow({ person, now, isDoubtful }: PersonRowProps) {
  const texts = strings.people;
  // For how long or until when was so then; it may not be any more.
  const word = isDoubtful
    ? fill(texts.doubtful, { word: texts.presence[person.presence] })
    : presenceWords(person, now);
  return (
    <li data-presence={person.presence}>
      <Avatar name={person.name} presence={person.presence} size="row" />
      <span className="col grow">
        <bdi className="b ell">{person.name}</bdi>
        <span className={`small ell person-word ${presenceTextClass[person.presence]}`}>{word}</span>
      </span>
      <span className="muted num">
        <span className="sr">{fill(texts.extension, { extension: person.extension })}</span>
        <span aria-hidden>{person.extension}</span>
      </span>
    </li>
  );
}
