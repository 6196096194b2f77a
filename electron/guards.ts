import type { App, IpcMainInvokeEvent, Session, WebContents } from 'electron';
import { HOST, SCHEME } from './protocol.ts';

/** Chromium's own background traffic off, and every name unresolvable: the machine must stay silent even by mistake. */
export function silenceNetwork(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
    'dns-prefetch-disable',
  ])
    app.commandLine.appendSwitch(name);
  app.commandLine.appendSwitch('proxy-server', 'direct://');
  // Date fields follow the browser's own language, not the page's.
  app.commandLine.appendSwitch('lang', 'zh-CN');
}

const isOurs = (address: string): boolean => {
  const url = URL.parse(address);
  return url?.protocol === `${SCHEME}:` && url.host === HOST;
};

/** Default deny: no permission, device, download or foreign request has a use in this program. */
export function guardSession(session: Session, onForeign: (scheme: string) => void): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isOurs(details.url) || details.url.startsWith('devtools://');
    // Only the scheme is passed on: an address could carry draft text.
    if (!allowed) onForeign(URL.parse(details.url)?.protocol ?? 'unknown');
    answer({ cancel: !allowed });
  });
}

/** A page that navigates, opens a window or embeds another page is no longer ours. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** True only for the main frame of our window showing our page: a frame of any other origin must not reach the backend. */
export function isTrustedSender(event: IpcMainInvokeEvent, contents: WebContents | undefined): boolean {
  const frame = event.senderFrame;
  return Boolean(
    contents &&
      !contents.isDestroyed() &&
      event.sender === contents &&
      frame &&
      frame === contents.mainFrame &&
      isOurs(frame.url),
  );
}
