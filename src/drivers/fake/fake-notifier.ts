import type { Notifier } from '../../ports/notifier.ts';

/** Notifications that can be read back. */
export class FakeNotifier implements Notifier {
  readonly shown = new Map<string, string>();
  title: string | null = null;
  answer: ReturnType<Notifier['permission']> = 'granted';

  readonly permission = () => this.answer;
  readonly ask = async (): Promise<void> => {
    this.answer = 'granted';
  };
  readonly show = ({ key, title }: { readonly key: string; readonly title: string }): void =>
    void this.shown.set(key, title);
  readonly hide = (key: string): void => void this.shown.delete(key);
  readonly entitle = (title: string | null): void => {
    this.title = title;
  };
}
