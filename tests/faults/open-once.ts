/** Run under recording-io.c: opens the journal of a folder as a start of the newest program does, and closes it. With `in-steps` nothing is a transaction. */
import Sqlite from 'better-sqlite3';
import { openStore } from '../../db/open.ts';
import { optionsIn } from '../unit/db/journal-events.ts';

const [folder = '', mode = ''] = process.argv.slice(2);
if (mode === 'in-steps') Sqlite.prototype.transaction = (run) => Object.assign(run, { immediate: run }) as never;
const opened = openStore(optionsIn(folder));
if (!opened.ok || opened.data.readOnly !== undefined) throw new Error(opened.ok ? opened.data.readOnly : opened.error.code);
opened.data.close();
