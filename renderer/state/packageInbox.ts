import { create } from 'zustand';

interface PackageInbox {
  /** A package that was dropped, or that the system handed over: 交换包 asks for its passphrase. */
  readonly file: File | undefined;
  offer(file: File | undefined): void;
}

export const usePackageInbox = create<PackageInbox>((set) => ({
  file: undefined,
  offer: (file) => set({ file }),
}));
