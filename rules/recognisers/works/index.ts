import type { Recogniser } from '../../model.ts';
import { chemicalColumn, gradeColumn, scaleColumn, siteColumn, stockColumn, useColumn } from './columns.ts';
import { coordinateColumn, workCoordinates } from './coordinates.ts';
import { describedGrade } from './described-grade.ts';
import { describedPlace } from './described-place.ts';
import { describedSize } from './described-size.ts';
import { addressedWork, labelledSite, partPosition, sirenRoof, workSite } from './location.ts';
import {
  blastPressure,
  chemicalGrade,
  doorModel,
  protectionAttribute,
  protectionClass,
  protectionGrade,
  protectionNoun,
} from './protection.ts';
import { shelterCapacity, storedStock, wartimeUse, workArea, workLength } from './scale.ts';
import { workObject } from './work-object.ts';

/** Recognisers of works: grades, sizes, wartime uses, places, and what identifies a work. */
export const WORK_RECOGNISERS: readonly Recogniser[] = [
  workObject,
  protectionGrade,
  protectionAttribute,
  protectionNoun,
  chemicalGrade,
  protectionClass,
  blastPressure,
  doorModel,
  gradeColumn,
  chemicalColumn,
  workArea,
  shelterCapacity,
  workLength,
  storedStock,
  wartimeUse,
  scaleColumn,
  useColumn,
  stockColumn,
  workSite,
  labelledSite,
  partPosition,
  addressedWork,
  sirenRoof,
  siteColumn,
  describedPlace,
  describedSize,
  describedGrade,
  workCoordinates,
  coordinateColumn,
];
