import { Component, type ReactNode } from 'react';
import { strings } from '../lib/strings/strings.ts';
import { Act } from '../ui/act.tsx';

type State = { readonly isBroken: boolean };

/** A mistake of ours takes down the drawing, never the calls: the telephone lives outside, and this can be redrawn. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    const texts = strings.broken;
    return (
      <main className="broken">
        <div className="panel" role="alert">
          <h1>{texts.title}</h1>
          <p className="muted">{texts.text}</p>
          <div className="row">
            <Act tone="now" size="call" label={texts.again} onPress={() => this.setState({ isBroken: false })} />
            <Act size="call" label={texts.reload} onPress={() => location.reload()} />
          </div>
        </div>
      </main>
    );
  }
}
