import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { ApiAnswer, ApiFailure, ApiRequest, ServerLink } from '../../../ports/server-link.ts';

/** What the server has to choose from. */
export type ReplyOffer = ApiAnswer<'replyOffer'>;
/** A template of one's own. */
export type Template = ApiAnswer<'templates'>['own'][number];
/** A template of the house, by its language and its id there. */
export type HouseTemplate = ApiAnswer<'templates'>['hidden'][number];

/** What may be said: of the house, and of one's own. */
export type Templates = {
  /** Null until the server has said. */
  readonly offer: ReplyOffer | null;
  /** In one's order; null until the server has said. */
  readonly own: readonly Template[] | null;
  readonly hidden: readonly HouseTemplate[];
  /** Why it could not be asked for, as a sentence. */
  readonly failure: string | null;
};

/** Whatever fails does so with a sentence. */
type Done<Value = void> = Promise<Result<Value, string>>;

export type TemplatesStore = {
  readonly store: StoreApi<Templates>;
  /** Asks anew; what is known stays until there is an answer. */
  readonly load: () => Promise<void>;
  /** At that place among one's own (0 is the first), or last. */
  readonly add: (template: Omit<Template, 'id'>, at?: number) => Done<Template>;
  readonly change: (id: string, changes: ApiRequest<'changeTemplate'>['body']) => Done<Template>;
  readonly remove: (id: string) => Done;
  /** At once on the screen, and as it was when the server does not keep it. */
  readonly order: (ids: readonly string[]) => Done;
  readonly hide: (template: HouseTemplate, hidden: boolean) => Done;
};

const sentence = ({ code }: ApiFailure): string => failureSentence(code, errorTable);

export function createTemplatesStore(server: Pick<ServerLink, 'call'>): TemplatesStore {
  const store = createStore<Templates>(() => ({ offer: null, own: null, hidden: [], failure: null }));
  const setOwn = (change: (own: readonly Template[]) => readonly Template[]): void =>
    store.setState(({ own }) => ({ own: change(own ?? []) }));
  return {
    store,
    load: () => load(server, store),
    add: async (template, at) => {
      const body = { ...template, ...(at !== undefined && { at }) };
      const added = await server.call('addTemplate', { body });
      if (!added.ok) return fail(sentence(added.error));
      setOwn((own) => own.toSpliced(at ?? own.length, 0, added.value));
      return added;
    },
    change: async (id, changes) => {
      const changed = await server.call('changeTemplate', { params: { id }, body: changes });
      if (!changed.ok) return fail(sentence(changed.error));
      setOwn((own) => own.map((one) => (one.id === id ? changed.value : one)));
      return changed;
    },
    remove: async (id) => {
      const removed = await server.call('removeTemplate', { params: { id } });
      // What is gone already, from another window, is what was asked for.
      if (!removed.ok && removed.error.code !== 'noSuchTemplate') return fail(sentence(removed.error));
      setOwn((own) => own.filter((one) => one.id !== id));
      return ok();
    },
    order: createOrdering(server, store),
    hide: async (template, hidden) => {
      const done = await server.call('hideTemplate', { body: { ...template, hidden } });
      if (!done.ok) return fail(sentence(done.error));
      store.setState({ hidden: done.value.hidden });
      return ok();
    },
  };
}

async function load(server: Pick<ServerLink, 'call'>, store: StoreApi<Templates>): Promise<void> {
  const [offer, mine] = await Promise.all([server.call('replyOffer', {}), server.call('templates', {})]);
  store.setState({
    ...(offer.ok && { offer: offer.value }),
    ...(mine.ok && mine.value),
    failure: !offer.ok ? sentence(offer.error) : !mine.ok ? sentence(mine.error) : null,
  });
}

/** Each move is on the screen at once; what is sent is the order as it is then, and the last one sent is the last to arrive. */
function createOrdering(server: Pick<ServerLink, 'call'>, store: StoreApi<Templates>): TemplatesStore['order'] {
  const arrange = (ids: readonly string[]): void => store.setState(({ own }) => ({ own: inOrder(own ?? [], ids) }));
  let before: readonly string[] = [];
  let wanted: readonly string[] = [];
  let sending: Done | null = null;
  const send = async (): Done => {
    let outcome: Result<void, string> = ok();
    let sent: readonly string[] = [];
    while (outcome.ok && sent !== wanted) {
      sent = wanted;
      const done = await server.call('orderTemplates', { body: { ids: sent } });
      if (!done.ok) outcome = fail(sentence(done.error));
    }
    // As the server has them, whatever else was wanted meanwhile.
    if (!outcome.ok) arrange(before);
    sending = null;
    return outcome;
  };
  return (ids) => {
    if (sending === null) before = (store.getState().own ?? []).map(({ id }) => id);
    wanted = ids;
    arrange(ids);
    return (sending ??= send());
  };
}

/** Those named first, in that order, then the others as they were. */
function inOrder(own: readonly Template[], ids: readonly string[]): readonly Template[] {
  const named = ids.flatMap((id) => own.find((one) => one.id === id) ?? []);
  return [...named, ...own.filter((one) => !named.includes(one))];
}
