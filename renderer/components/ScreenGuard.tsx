import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';

interface ScreenGuardProps {
  readonly children: ReactNode;
}

/** Keeps a fault in one screen inside that screen: the head stays, other screens work, this one can be opened again. */
export class ScreenGuard extends Component<ScreenGuardProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <EmptyState sentence="这一屏出了问题，没有显示出来。已登记和处置的内容都已保存，没有丢失。">
        <Button kind="primary" onPress={() => this.setState({ broken: false })}>
          重新打开这一屏
        </Button>
      </EmptyState>
    );
  }
}
