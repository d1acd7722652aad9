import { useEffect, useState } from 'react';
import type { Me } from '../../../shared/protocol/accounts.ts';
import { fill, plural } from '../../lib/strings/fill.ts';
import { strings } from '../../lib/strings/strings.ts';
import type { ApiAnswer, ServerLink } from '../../ports/server-link.ts';

type Queue = ApiAnswer<'queues'>['queues'][number];

/** How long recordings are kept, in a sentence: for administrators, who may know, where it is the same on every line. */
export function useKeptWords(server: Pick<ServerLink, 'call'>, role: Me['user']['role']): string | null {
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    if (role !== 'administrator') return undefined;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const found = await server.call('queues', {});
      if (isWanted && found.ok) setWords(wordsOf(found.value.queues));
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, [server, role]);
  return words;
}

function wordsOf(queues: readonly Queue[]): string | null {
  const [first] = queues;
  if (first === undefined) return null;
  const { recording, voicemail } = first;
  const areAlike = queues.every(
    (one) => one.recording.keepDays === recording.keepDays && one.voicemail.keepDays === voicemail.keepDays,
  );
  if (!areAlike) return null;
  return fill(strings.recordings.keptWords, {
    calls: daysOf(recording.keepDays),
    voicemail: daysOf(voicemail.keepDays),
  });
}

function daysOf(count: number | null): string {
  const { keptDays, keptAlways } = strings.recordings;
  return count === null ? keptAlways : fill(plural(count, keptDays), { count });
}
