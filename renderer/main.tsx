import './styles/tokens.css';
import './styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { listenToKeys } from './keys/listen.ts';
import { queryClient } from './state/client.ts';
import { refuseStrayDrops } from './state/drops.ts';

const host = document.getElementById('root');
if (!host) throw new Error('index.html has no #root');
listenToKeys();
refuseStrayDrops();
createRoot(host).render(
  <I18nProvider locale="zh-CN">
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </I18nProvider>,
);
