import { fail, ok } from '../model/index.ts';
import type { Feature } from './handler.ts';

export const jobs: Feature<'job.cancel' | 'file.save' | 'file.print'> = {
  'job.cancel': (parts, { job }) => {
    parts.jobs.cancel(job);
    return ok(null);
  },
  // Where a file goes is asked by the host, which answers this call before it comes here.
  'file.print': () => fail('host-only', '这里不能打印，没有生成 PDF。请在先审窗口中打印。'),
  'file.save': () => fail('host-only', '这里不能选择保存位置，文件没有保存。请在先审窗口中导出。'),
};
