import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { CaseView } from '../../../review/contract.ts';
import { call } from '../../state/desk.ts';
import { COPY_TEXTS as TEXTS } from './copyTexts.ts';
import styles from './PagePictures.module.css';

/** True for a clean copy whose pages are pictures: it has no text that could be laid out. */
export const isPictureCopy = ({ draft }: CaseView): boolean =>
  draft.source.format === 'pdf' && draft.page.length === 0 && draft.warnings.some(({ code }) => code === 'clean-copy-record');

function usePage({ row, document, draft }: CaseView, page: number, wanted: boolean) {
  return useQuery({
    queryKey: ['page-picture', row.id, document, draft.source.sha256, page],
    queryFn: () => call('case.pagePicture', { case: row.id, document, page }),
    enabled: wanted,
    staleTime: Infinity,
    // A page is some hundred kilobytes; those that were read need not stay.
    gcTime: 60_000,
  });
}

/** The pages of a picture PDF one below the other, each fetched when it comes near. */
export function PagePictures({ view }: { readonly view: CaseView }) {
  const { data, error } = usePage(view, 1, true);
  if (!data) return <p className={styles.note}>{error?.message ?? TEXTS.pageLoading}</p>;
  const pages = Array.from({ length: data.pages }, (_, index) => index + 1);
  return (
    <>
      <p className={styles.note}>{TEXTS.pagesNote}</p>
      <ol className={styles.pages}>
        {pages.map((page) => (
          <Page key={`${view.draft.source.sha256} ${page}`} view={view} page={page} shape={data} />
        ))}
      </ol>
    </>
  );
}

interface PageProps {
  readonly view: CaseView;
  readonly page: number;
  /** Size of the first page, until this one's own is known. */
  readonly shape: { readonly width: number; readonly height: number; readonly pages: number };
}

function Page({ view, page, shape }: PageProps) {
  const frame = useRef<HTMLLIElement>(null);
  const [near, setNear] = useState(page === 1);
  const { data, error } = usePage(view, page, near);
  useEffect(() => {
    if (!frame.current) return undefined;
    const watcher = new IntersectionObserver(
      (entries) => setNear((before) => before || entries.some((entry) => entry.isIntersecting)),
      {
        rootMargin: '1000px',
      },
    );
    watcher.observe(frame.current);
    return () => watcher.disconnect();
  }, []);
  const { width, height } = data ?? shape;
  return (
    <li ref={frame} className={styles.page} style={{ aspectRatio: `${width} / ${height}` }}>
      {data ? (
        <img
          className={styles.picture}
          src={`data:${data.type};base64,${data.base64}`}
          alt={TEXTS.page(page, shape.pages)}
          width={width}
          height={height}
        />
      ) : (
        <p className={styles.note}>{error?.message ?? TEXTS.pageLoading}</p>
      )}
    </li>
  );
}
