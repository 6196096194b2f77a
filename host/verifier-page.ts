import { readFileSync } from 'node:fs';
import { fail, ok, type Result } from '../review/model/index.ts';
import { programPaths } from './paths.ts';

/** The offline verifier as it came with the program; code verifier-missing. */
export function verifierPage(path: string = programPaths().verifier): Result<Uint8Array> {
  try {
    return ok(new Uint8Array(readFileSync(path)));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return fail('verifier-missing', '核验器不在程序文件夹中，没有导出。日志本身不受影响；请重新安装先审后再导出核验器。');
  }
}
