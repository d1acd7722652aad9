import { fail, ok, type Result } from '../../shared/result.ts';
import type { Heard, Transcriber, TranscriberFailure } from '../ports/transcriber.ts';
import { type SoundPiece, soundPieces } from './sound-pieces.ts';

/** Ten minutes are 10 MB: less than any provider takes at once. */
const usualPieceMs = 600_000;

export type PieceTranscriber = Pick<Transcriber, 'name' | 'draft'> & {
  /** Places in ms from the beginning of the piece. */
  readonly hear: (
    piece: SoundPiece,
    language: string | undefined,
    signal: AbortSignal,
  ) => Promise<Result<Heard, TranscriberFailure>>;
  readonly pieceMs?: number;
};

/** A transcriber that hears one piece after the other, so that a long recording is never in memory, or at risk, as a whole. */
export function pieceByPiece({ name, draft, hear, pieceMs = usualPieceMs }: PieceTranscriber): Transcriber {
  const ending = new AbortController();
  const running = new Set<Promise<unknown>>();
  const transcribe: Transcriber['transcribe'] = async ({ path, language }) => {
    const words: Heard['words'][number][] = [];
    let spoken: string | undefined;
    for await (const piece of soundPieces(path, pieceMs)) {
      if (ending.signal.aborted) return fail('transcriberUnavailable');
      const heard = await hear(piece, language, ending.signal);
      if (!heard.ok) return heard;
      if (heard.value.words.length > 0) spoken ??= heard.value.language;
      words.push(...heard.value.words.map((word) => moved(word, piece.fromMs)));
    }
    return ok({ language: spoken ?? language ?? 'und', words });
  };
  return {
    name,
    draft,
    transcribe: async (request) => {
      if (ending.signal.aborted) return fail('transcriberUnavailable');
      const task = transcribe(request).finally(() => running.delete(task));
      running.add(task);
      return task;
    },
    close: async () => {
      ending.abort();
      await Promise.allSettled(running);
    },
  };
}

const moved = (word: Heard['words'][number], ms: number): Heard['words'][number] => ({
  text: word.text,
  fromMs: word.fromMs + ms,
  toMs: word.toMs + ms,
});
