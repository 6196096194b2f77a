import type { Recogniser } from '../../model.ts';
import { callSign } from './call-sign.ts';
import { commandMakeup, readinessPhone } from './command-makeup.ts';
import { commsPassage } from './comms-passage.ts';
import { commsTable } from './comms-table.ts';
import { copyNumber } from './copy-number.ts';
import { covertInspection } from './covert-inspection.ts';
import { credential } from './credential.ts';
import { draftStatus } from './draft-status.ts';
import { evacuation } from './evacuation.ts';
import { frequencyList } from './frequency-list.ts';
import { gathering } from './gathering.ts';
import { hushClause } from './hush-clause.ts';
import { innerMatter } from './inner-matter.ts';
import { innerOpinion } from './inner-opinion.ts';
import { internalField } from './internal-field.ts';
import { internalMark } from './internal-mark.ts';
import { keyTarget, targetProtection } from './key-target.ts';
import { commsField, planField } from './labelled-line.ts';
import { linkMakeup } from './link-makeup.ts';
import { linkProtection } from './link-protection.ts';
import { networkAddress } from './network-address.ts';
import { personnelIntent } from './personnel-intent.ts';
import { planPassage } from './plan-passage.ts';
import { planTable } from './plan-table.ts';
import { radioFrequency } from './radio-frequency.ts';
import { secretMark, secretMarkLapsed, secretMarkQuoted } from './secret-mark.ts';
import { secretNumber } from './secret-number.ts';
import { equipmentModel, sirenCount, sirenNumber } from './siren-facts.ts';
import { teamStrength } from './team-strength.ts';
import { unprovenReport } from './unproven-report.ts';
import { speechResidue, unreviewedText } from './unreviewed-text.ts';
import { unsettledMatter } from './unsettled-matter.ts';
import { versionNote } from './version-note.ts';

/** Recognisers of marks, command and communication facts, plans and targets, internal work. */
export const COMMAND_RECOGNISERS: readonly Recogniser[] = [
  secretMark,
  secretMarkQuoted,
  secretMarkLapsed,
  copyNumber,
  secretNumber,
  internalMark,
  radioFrequency,
  frequencyList,
  callSign,
  networkAddress,
  credential,
  linkMakeup,
  linkProtection,
  sirenNumber,
  equipmentModel,
  sirenCount,
  commandMakeup,
  readinessPhone,
  evacuation,
  gathering,
  keyTarget,
  targetProtection,
  teamStrength,
  draftStatus,
  unsettledMatter,
  innerMatter,
  innerOpinion,
  hushClause,
  covertInspection,
  internalField,
  unreviewedText,
  versionNote,
  personnelIntent,
  unprovenReport,
  speechResidue,
  commsField,
  commsPassage,
  commsTable,
  planField,
  planPassage,
  planTable,
];
