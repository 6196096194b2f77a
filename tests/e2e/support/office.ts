import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeskPage, LogInPage, type OfficePerson, SetUpPage, ShellPage, SubmitPage } from '../pages/index.ts';
import type { App } from './app.ts';

export const OFFICE = '云溪市人民防空办公室';
export const PEOPLE = {
  drafter: { name: '陈一鸣', role: '拟稿人', department: '工程处', pin: 'yunxi-draft-7' },
  head: { name: '赵启明', role: '处室负责人', department: '工程处', pin: 'yunxi-head-3' },
  reviewer: { name: '李静怡', role: '保密审查员', department: '保密办', pin: 'yunxi-secrecy-5' },
  leader: { name: '王守正', role: '分管领导', department: '办领导', pin: 'yunxi-leader-9' },
} as const satisfies Readonly<Record<string, OfficePerson>>;
export type PersonId = keyof typeof PEOPLE;

const sampleName = '示例-人防工程质量抽查通报.docx';
export const SAMPLE = {
  name: sampleName,
  bytes: readFileSync(join(import.meta.dirname, '..', '..', '..', 'build', 'sample', sampleName)),
};

/** A draft as plain UTF-8 text. */
export const textDraft = (name: string, text: string) => ({ name, bytes: Buffer.from(text, 'utf8') });

/** First run: the office and its four people, by hand in the window. */
export async function setUpOffice(app: App): Promise<void> {
  const setUp = new SetUpPage(app.page);
  await setUp.fill(OFFICE, Object.values(PEOPLE));
  await setUp.save();
}

export async function logIn(app: App, id: PersonId): Promise<void> {
  const logInPage = new LogInPage(app.page);
  await logInPage.enter(PEOPLE[id].name, PEOPLE[id].pin);
}

/** Locks the desk of whoever is there, and the next person logs in. */
export async function changePerson(app: App, id: PersonId): Promise<void> {
  await new ShellPage(app.page).lock();
  await logIn(app, id);
}

/** What most flows begin with: an office, its drafter at the desk, the sample read and open with its first finding chosen. */
export async function openSample(app: App): Promise<DeskPage> {
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(app.page);
  await submit.drop(SAMPLE);
  await submit.start();
  const desk = new DeskPage(app.page);
  await desk.chosen.waitFor();
  return desk;
}
