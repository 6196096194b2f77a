import { useCallback } from 'react';
import { isPackageFile, PACKAGE_HEAD } from '../../review/model/index.ts';
import { reportInfo } from './messages.ts';
import { usePackageInbox } from './packageInbox.ts';
import { usePlace } from './place.ts';
import { useStatus } from './queries.ts';
import { whyNoImport, whyNoSubmission } from './roles.ts';
import { useSubmission } from './submission.ts';

const TEXTS = {
  noPackage: (count: number) => `${count === 1 ? '这个文件' : `这 ${count} 个文件`}不是先审的数据包，没有导入。`,
  toSubmit: '已放进“送审”，等您登记。',
  alsoDrafts: (count: number) => `另有 ${count} 个不是数据包的文件，已放进“送审”。`,
  onePackage: (name: string, left: number) => `数据包一次导入一个：先导入“${name}”，其余 ${left} 个请随后再拖进来。`,
} as const;

const isPackage = async (file: File): Promise<boolean> =>
  isPackageFile(new Uint8Array(await file.slice(0, PACKAGE_HEAD).arrayBuffer()));

/**
 * Sends what came in where it belongs, by its content and not by its name: packages between workstations to 交换包, with the dialog
 * open, everything else to 送审. What the person's role cannot take is said, and left where it was.
 */
export function useReceive(): (files: readonly File[]) => Promise<void> {
  const { session, today = '' } = useStatus().data ?? {};
  const add = useSubmission((state) => state.add);
  return useCallback(
    async (files) => {
      const kinds = await Promise.all(files.map(isPackage));
      const packages = files.filter((_, at) => kinds[at]);
      const drafts = files.filter((_, at) => !kinds[at]);
      const atExchange = usePlace.getState().screen === 'exchange';
      const [noImport, noSubmission] = [whyNoImport(session), whyNoSubmission(session)];
      const [parcel, ...later] = noImport ? [] : packages;
      const words: string[] = [];
      if (drafts.length > 0) {
        if (atExchange && !parcel) words.push(TEXTS.noPackage(drafts.length));
        if (noSubmission) words.push(noSubmission);
        else {
          void add(drafts, today, session?.person.id ?? '');
          if (parcel) words.push(TEXTS.alsoDrafts(drafts.length));
          else if (atExchange) words.push(TEXTS.toSubmit);
        }
      }
      if (packages.length > 0 && noImport) words.push(noImport);
      if (parcel) usePackageInbox.getState().offer(parcel);
      if (parcel && later.length > 0) words.push(TEXTS.onePackage(parcel.name, later.length));
      if (parcel) usePlace.getState().go('exchange');
      else if (drafts.length > 0 && !noSubmission) usePlace.getState().go('submit');
      if (words.length > 0) reportInfo(words.join(''));
    },
    [session, today, add],
  );
}
