import { type ProofCheck, slipsAt } from './check.ts';

const QUANTITY =
  /(建筑面积|使用面积|占地面积|总面积|面积|总长度|长度|宽度|高度|总投资|投资额|投资|经费|金额|人数|共计|合计)(?:约|为|达|达到|约为|近|超过)?(\d[\d,]*(?:\.\d+)?)(?=[，。；、）]|$)/gu;
/** Figures of which the unit is said elsewhere, or which have none. */
const UNITLESS = /^(?:19|20)\d\d$/;

/** A quantity whose unit was lost: 建筑面积3200，. */
export const units: ProofCheck = {
  id: 'unit',
  title: '数字缺少单位',
  find: (text) =>
    slipsAt(text, QUANTITY, ([words, , value = '']) =>
      UNITLESS.test(value) ? undefined : { reason: `“${words}”后面可能漏了单位。`, suggestion: '' },
    ),
};
