import type { Subject } from './subjects.ts';

/** A place phrase in compact text and whose place it is. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly subject: Subject;
  /** Chinese: how it was found, as evidence. */
  readonly label: string;
  /** Found by a verb that places parts only (出入口借用楼梯间). */
  readonly weak?: boolean;
  /** Found so that it needs no point of its own: the building of a siren, the ends of a tunnel. */
  readonly building?: boolean;
}

/** Places whose address must be public: windows, halls, meeting rooms. */
export const PUBLIC_PLACE = /窗口|政务服务|服务大厅|会议室|办公室$|报告厅|会展|交易中心|行政中心|听证室|接访室|法庭$/;

/** Evidence of a place that is a floor under a building or square (某广场地下三层). */
export const FLOOR_LABEL = '层次';

/** Public houses that are spoken of before their size or place is given. */
export const publicPlaces =
  /宣教馆|教育馆|展[馆厅]|体验馆|记忆馆|陈列馆|科技馆|科普馆|文化馆|图书馆(?!主楼|[楼顶天屋])|教育基地|服务中心|避难场所|纪念馆|博物馆|书吧|书店(?=[,。;读])/g;
