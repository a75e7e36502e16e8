import { Component, type ErrorInfo, type ReactNode } from 'react';
import { PartMissing } from '../../lib/fetch-first';
import { type Failed, FailedPart } from './FailedPart';

interface PartBoundaryProps {
  readonly children: ReactNode;
  /** Where the part stands over the page: what closes it. */
  readonly onClose?: (() => void) | undefined;
  /** What stands in its place; {@link FailedPart} unless told. */
  readonly failed?: ((failed: Failed) => ReactNode) | undefined;
}

/** What goes wrong in a part of the page stays there: the rest goes on, and the part can be tried again. */
export class PartBoundary extends Component<PartBoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    if (error instanceof PartMissing) return;
    reportError(new Error(`${error.message}\n${info.componentStack ?? ''}`, { cause: error }));
  }

  readonly retry = (): void => {
    this.setState({ error: null });
  };

  override render(): ReactNode {
    const { error } = this.state;
    const { children, onClose, failed } = this.props;
    if (error === null) return children;
    const how: Failed = { error, retry: this.retry, onClose };
    return failed === undefined ? <FailedPart {...how} /> : failed(how);
  }
}
