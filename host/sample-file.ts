import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../review/model/index.ts';
import type { SampleFile } from '../review/ports.ts';
import { programPaths } from './paths.ts';

const MISSING = fail('sample-missing', '随程序带的示例文件不在，没有打开。不影响办理正式事项；需要时请重新安装先审。');

/** The draft that came with the program; code sample-missing. */
export function sampleFile(folder: string = programPaths().sample): Result<SampleFile> {
  try {
    const name = readdirSync(folder).find((each) => each.endsWith('.docx'));
    return name === undefined ? MISSING : ok({ name: name.normalize('NFC'), bytes: readFileSync(join(folder, name)) });
  } catch {
    return MISSING;
  }
}
