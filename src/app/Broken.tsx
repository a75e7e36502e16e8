import { Component, type ErrorInfo, type ReactNode } from 'react';
import { speaks } from '../i18n/load-words';
import { translate } from '../i18n/translate';
import { perform } from '../store/commands/commands';
import { useView } from '../store/view/view-store';
import { Button } from '../ui/Button';
import { reloadPage } from '../ui/parts/reload-page';

interface BrokenState {
  readonly error: Error | null;
}

/** Catches a bug in the page: the pipeline is kept, and can be saved before loading the page again. */
export class Broken extends Component<{ children: ReactNode }, BrokenState> {
  override state: BrokenState = { error: null };

  static getDerivedStateFromError(error: unknown): BrokenState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    reportError(new Error(`${error.message}\n${info.componentStack ?? ''}`, { cause: error }));
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const wanted = useView.getState().language;
    const language = speaks(wanted) ? wanted : wanted === 'en' ? 'ko' : 'en';
    return (
      <main role="alert" className="grid h-full place-items-center p-6">
        <div className="max-w-md rounded-md border border-line bg-raised p-6 shadow-float">
          <h1 className="text-lg font-semibold">{translate(language, 'app.brokenTitle')}</h1>
          <p className="mt-1 text-quiet">{translate(language, 'app.brokenHelp')}</p>
          <div className="mt-4 flex flex-wrap gap-2">
            <Button look="primary" onClick={() => void perform('save')}>
              {translate(language, 'app.downloadPipeline')}
            </Button>
            <Button onClick={() => this.setState({ error: null })}>{translate(language, 'app.tryAgain')}</Button>
            <Button onClick={() => void reloadPage()}>{translate(language, 'app.reload')}</Button>
          </div>
          <details className="mt-4 text-sm text-quiet">
            <summary>{translate(language, 'app.brokenDetail')}</summary>
            <pre className="mt-2 max-h-48 overflow-auto font-mono whitespace-pre-wrap">
              {error.stack ?? error.message}
            </pre>
          </details>
        </div>
      </main>
    );
  }
}
