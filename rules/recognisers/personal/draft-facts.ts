import type { Scene } from '../../model.ts';

/** Asks once per draft. */
function once(ask: (scene: Scene) => boolean): (scene: Scene) => boolean {
  const answers = new WeakMap<Scene, boolean>();
  return (scene) => {
    let answer = answers.get(scene);
    if (answer === undefined) {
      answer = ask(scene);
      answers.set(scene, answer);
    }
    return answer;
  };
}

/** The draft answers somebody: a reply, a decision, a notice to a person. */
export const isAnswer = once(
  (scene) =>
    /答复|告知书|意见书|决定书|回复|回函|复函|通知书|信访|来信/.test(scene.title()) ||
    /答复如下|告知如下|回复如下/.test(scene.text.slice(0, 3000)),
);

/** The draft holds a mobile or identity number, or is about a complaint: relatives named in it belong to somebody's matter. */
export const isPersonalDraft = once(
  (scene) =>
    /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?![\dA-Za-z])/.test(scene.text) ||
    /信访|来信|申请人|当事人|投诉|举报人|被举报|原告|死者|伤者|遗属|处分|欠租|欠薪|被处罚人|遗属|信访|死亡/.test(
      scene.text.slice(0, 2000),
    ),
);

/** Names in news are those of people who spoke to the press. */
export const isNews = once((scene) => /记者|通讯员|本报讯|侧记|摄影/.test(scene.text));

/** A notice before an appointment or a commendation: birth years, posts and origins are published by rule. */
export const isAppointment = once((scene) =>
  /任前公示|拟任职|拟提拔|拟任|干部考察|公务员录用|表彰|先进个人/.test(scene.text.slice(0, 4000)),
);

/** A party of a complaint or case is named in the draft: workers and neighbours named beside are witnesses or concerned. */
export const hasParty = once((scene) =>
  /(?:举报人|信访人|来信人|投诉人|当事人|被处罚人|被询问人)(?:姓名)?[:：][ ]?[\u4e00-\u9fff]{2,4}[，,。(（ ]/.test(scene.text),
);
