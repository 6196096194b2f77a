import type { FormModel } from '../../artefacts.ts';
import type { Exporting } from './exporting.ts';
import { form } from './form.ts';

/** 审查表 as a page that the host prints or turns into a PDF: same model, same rows. */
export const formPage: Exporting<FormModel> = { ...form, name: '审查表（打印、PDF）' };
