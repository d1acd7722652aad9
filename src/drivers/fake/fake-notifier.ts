import { createEmitter } from '../../lib/emitter.ts';
import type { Notice, Notifier } from '../../ports/notifier.ts';

/** Notifications that can be read back and pressed. */
export class FakeNotifier implements Notifier {
  readonly shown = new Map<string, string>();
  /** What was shown for a look. */
  readonly demonstrated: string[] = [];
  title: string | null = null;
  answer: ReturnType<Notifier['permission']> = 'granted';
  readonly #notices = new Map<string, Notice>();
  readonly #changed = createEmitter<undefined>();

  readonly permission = () => this.answer;
  readonly watchPermission = (told: () => void): (() => void) => this.#changed.subscribe(told);
  readonly ask = async (): Promise<void> => this.become('granted');
  readonly become = (answer: ReturnType<Notifier['permission']>): void => {
    this.answer = answer;
    this.#changed.emit(undefined);
  };
  readonly show = (notice: Notice): void => {
    this.shown.set(notice.key, notice.title);
    this.#notices.set(notice.key, notice);
  };
  readonly demonstrate = ({ title }: Notice): void => void this.demonstrated.push(title);
  readonly press = (key: string): void => {
    const notice = this.#notices.get(key);
    this.hide(key);
    notice?.onPress?.();
  };
  readonly hide = (key: string): void => {
    this.shown.delete(key);
    this.#notices.delete(key);
  };
  readonly entitle = (title: string | null): void => {
    this.title = title;
  };
}
