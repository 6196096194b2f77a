import { toBase64 } from '../chain/base64.ts';
import { fail, ok } from '../model/index.ts';
import type { Feature } from './handler.ts';

type Calls =
  | 'incoming.list'
  | 'incoming.read'
  | 'incoming.settle'
  | 'incoming.chooseFolder'
  | 'incoming.stopWatching'
  | 'incoming.setFolder'
  | 'incoming.give';

const NOT_THEIRS = fail('not-now', '由拟稿人送审，您的角色不取送审的文件。文件没有动，留到拟稿人登录后再取。');

/** Files wait here as names; nothing of them is read or registered before a person takes them over (一事一审, UX 16). */
export const incoming: Feature<Calls> = {
  'incoming.list': ({ ports, session }) => {
    const { session: open } = session.current();
    if (!open) return ok({ given: [] });
    // A watched folder is for those who hand files in.
    const watched = open.person.role === 'drafter' ? ports.incoming.watched(open.person.id) : undefined;
    return ok({ given: ports.incoming.given(), ...(watched && { watched }) });
  },
  'incoming.read': async ({ ports }, { id }, { person }) => {
    const given = ports.incoming.given().find((file) => file.id === id);
    if (person.role !== 'drafter' && !given?.package) return NOT_THEIRS;
    const read = await ports.incoming.read(person.id, id);
    return read.ok ? ok({ name: read.data.name, base64: toBase64(read.data.bytes) }) : read;
  },
  'incoming.settle': ({ ports }, { ids }, { person }) => {
    ports.incoming.settle(person.id, ids);
    return ok(null);
  },
  // Which folder is asked by the host, which answers this call before it comes here.
  'incoming.chooseFolder': () => fail('host-only', '这里不能选择文件夹，没有开始监视。请在先审窗口中选择。'),
  'incoming.stopWatching': ({ ports }, _input, { person }) => ports.incoming.stopWatching(person.id),
  'incoming.setFolder': ({ ports }, { folder }, { person }) => ports.incoming.watch(person.id, folder),
  'incoming.give': ({ ports }, { paths }) => {
    ports.incoming.give(paths);
    return ok(null);
  },
};
