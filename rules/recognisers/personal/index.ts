import type { Recogniser } from '../../model.ts';
import { bankCard, personalAccount } from './bank-account.ts';
import { birthDate } from './birth-date.ts';
import { homeAddress } from './home-address.ts';
import { homeTelephone } from './home-telephone.ts';
import { licencePlate } from './licence-plate.ts';
import { chatAccount, privateEmail } from './mail-and-chat.ts';
import { maskedIdentifier } from './masked-identifier.ts';
import { mobilePhone } from './mobile-phone.ts';
import { civilCertificate, militaryPaper, passport, travelPermit } from './papers.ts';
import { creditOrPunishment, familyOrBelief, healthOfPerson, incomeOfPerson, minorOrBiometric } from './personal-conditions.ts';
import { privatePersonName } from './private-persons.ts';
import { misprintedId, oldResidentId, residentId } from './resident-id.ts';

/** Recognisers of personal data, one line each. */
export const PERSONAL_RECOGNISERS: readonly Recogniser[] = [
  residentId,
  oldResidentId,
  misprintedId,
  passport,
  travelPermit,
  militaryPaper,
  civilCertificate,
  maskedIdentifier,
  mobilePhone,
  homeTelephone,
  privateEmail,
  chatAccount,
  bankCard,
  personalAccount,
  homeAddress,
  privatePersonName,
  birthDate,
  licencePlate,
  healthOfPerson,
  familyOrBelief,
  incomeOfPerson,
  creditOrPunishment,
  minorOrBiometric,
];
