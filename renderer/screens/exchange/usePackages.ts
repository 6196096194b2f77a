import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PackageExported } from '../../../review/contract.ts';
import { call } from '../../state/desk.ts';
import { reportDone, reportInfo } from '../../state/messages.ts';
import { EXPORT_TEXTS } from './texts.ts';

export const usePackages = (enabled: boolean) =>
  useQuery({ queryKey: ['packages'], queryFn: () => call('package.list', {}), refetchOnMount: 'always', enabled });

/** Asks where the file goes; false when the person changed their mind. */
export async function savePackage({ name, base64 }: PackageExported): Promise<boolean> {
  return (await call('file.save', { name, base64 })).saved;
}

/** A package that answers another one: records without contents, straight into a file. */
export function useReceipt() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ to, receipt }: { readonly to: string; readonly receipt: string }) => {
      const made = await call('package.export', { to, receipt });
      return { name: made.name, saved: await savePackage(made) };
    },
    onSuccess: ({ name, saved }) => {
      if (saved) reportDone(EXPORT_TEXTS.receiptSaved(name));
      else reportInfo(EXPORT_TEXTS.receiptNotSaved);
      return client.invalidateQueries({ queryKey: ['packages'] });
    },
  });
}
