import { type ProofCheck, slipsAt } from './check.ts';

/** Doubles that are words: 目的的, 为了了解, 共和和. */
const SINGLES =
  /(?<!目)的的(?!确|士)|(?<!甚)了了(?!解|结|然|无)|(?<![共总谐平])和和(?![平谐解美气睦])|及及(?!时|其|格)|与与(?!会)|或或/gu;
const WORDS =
  /(进行|开展|加强|关于|以及|并且|我们|按照|根据|应当|可以|通知|情况|单位|部门|工作|政府|组织|建设|管理|公开|信息|审查|规定|要求)\1/gu;

/** The same word twice where once was meant: 的的, 进行进行. */
export const doubled: ProofCheck = {
  id: 'doubled',
  title: '重复的字词',
  find: (text) =>
    [SINGLES, WORDS].flatMap((pattern) =>
      slipsAt(text, pattern, ([words]) => ({
        reason: `“${words}”可能重复了。`,
        suggestion: words.slice(0, words.length / 2),
      })),
    ),
};
