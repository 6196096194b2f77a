/**
 * Who may make which call. One line for every call of the contract: a call without a line does not compile. Administrators and
 * the auditor see no drafts (workflow.md §5); what a person may do with one case also depends on its state, see actions.ts.
 */
import type { CallName } from '../contract.ts';
import { DEPUTY_CALLS, type Role } from '../model/index.ts';

/** 'anyone': before signing in; 'member': any signed-in person; otherwise the roles. */
export type Permission = 'anyone' | 'member' | readonly Role[];

const BUSINESS: readonly Role[] = ['drafter', 'head', 'reviewer', 'leader'];
const CLERKS: readonly Role[] = ['drafter', 'reviewer'];
const SUPERIORS: readonly Role[] = ['head', 'reviewer', 'leader'];

/** A list changes what later scans find: for those who answer for secrecy, never for those whose drafts are scanned. */
export const LIST_KEEPERS: readonly Role[] = ['reviewer', 'secadmin'];

/** Who may take the root key off the machine, always two of them together. */
const ROOT_KEEPERS: readonly Role[] = ['reviewer', 'leader', 'secadmin'];

/** Holidays are public: whoever looks after the desk may enter them. */
export const CALENDAR_KEEPERS: readonly Role[] = ['drafter', 'reviewer', 'sysadmin', 'secadmin'];

/** So do rules. */
export const RULE_KEEPERS: readonly Role[] = ['reviewer', 'secadmin'];

/** The log tells who did what and when: for the auditor, and for those who answer for secrecy. */
export const AUDIT_READERS: readonly Role[] = ['auditor', 'secadmin', 'reviewer', 'leader'];

/** Copies and restores are for administrators; in an office without any, for those who answer for secrecy. */
const KEEPERS: readonly Role[] = ['sysadmin', 'secadmin', 'reviewer', 'leader'];

export const PERMISSIONS: Readonly<Record<CallName, Permission>> = {
  'app.status': 'anyone',
  'office.setUp': 'anyone',
  'people.list': 'anyone',
  'session.open': 'anyone',
  'session.close': 'anyone',
  'session.keep': 'member',
  'roster.view': 'member',
  'roster.propose': ['reviewer', 'leader', 'sysadmin', 'secadmin'],
  'roster.approve': ['head', 'reviewer', 'leader', 'secadmin'],
  'roster.reject': ['head', 'reviewer', 'leader', 'sysadmin', 'secadmin'],
  'roster.takeOver': ['reviewer', 'leader', 'sysadmin', 'secadmin'],
  // Before there is an office here, like set-up itself; afterwards it asks for a session (usecases/join.ts).
  'join.request': 'anyone',
  'join.open': ['reviewer', 'leader', 'sysadmin', 'secadmin'],
  'join.answer': ['reviewer', 'leader', 'sysadmin', 'secadmin'],
  'join.preview': 'anyone',
  'join.accept': 'anyone',
  'delegation.make': SUPERIORS,
  'delegation.recall': BUSINESS,
  'delegation.confirm': ['reviewer'],
  'pin.change': 'member',
  'root.export': ROOT_KEEPERS,
  'root.remove': ROOT_KEEPERS,
  'person.acts': 'member',
  'case.list': BUSINESS,
  'case.import': ['drafter'],
  'case.open': BUSINESS,
  'case.difference': BUSINESS,
  'case.comparison': BUSINESS,
  'case.pagePicture': BUSINESS,
  'case.addVersion': ['drafter'],
  'case.cleanCopy': ['drafter'],
  'attachment.add': ['drafter'],
  'attachment.remove': ['drafter'],
  'attachment.order': ['drafter'],
  'case.rescan': CLERKS,
  'case.withdraw': ['drafter'],
  'case.proofread': BUSINESS,
  'finding.decide': CLERKS,
  'finding.add': CLERKS,
  'finding.undo': CLERKS,
  'unread.confirm': CLERKS,
  'chain.sign': BUSINESS,
  'chain.return': SUPERIORS,
  'chain.refuse': SUPERIORS,
  'chain.recall': ['drafter'],
  'chain.hold': SUPERIORS,
  'chain.resume': SUPERIORS,
  'chain.refer': BUSINESS,
  'chain.answer': SUPERIORS,
  'chain.takeDown': BUSINESS,
  'chain.reexamine': SUPERIORS,
  'consult.open': BUSINESS,
  'consult.close': BUSINESS,
  'calendar.view': 'member',
  'calendar.set': CALENDAR_KEEPERS,
  'request.list': BUSINESS,
  'request.open': BUSINESS,
  'request.receive': CLERKS,
  'request.notify': CLERKS,
  'request.amend': CLERKS,
  'request.ask': CLERKS,
  'request.reply': CLERKS,
  'request.extend': SUPERIORS,
  'request.link': CLERKS,
  'request.close': CLERKS,
  'request.letter': CLERKS,
  'release.register': CLERKS,
  'publish.record': CLERKS,
  // Each kind of export says itself who may have it (usecases/exports/).
  'export.make': 'member',
  'package.export': ['reviewer', 'leader'],
  'package.import': ['drafter', 'reviewer', 'leader'],
  'package.list': [...BUSINESS, 'secadmin', 'auditor'],
  'conflict.view': BUSINESS,
  'conflict.resolve': CLERKS,
  'log.verify': 'member',
  'audit.log': AUDIT_READERS,
  'audit.review': ['auditor'],
  'quarantine.list': AUDIT_READERS,
  'quarantine.settle': ['reviewer', 'leader', 'secadmin'],
  'upkeep.view': 'member',
  'backup.make': KEEPERS,
  'backup.drill': KEEPERS,
  'backup.choosePlace': KEEPERS,
  'backup.setPlace': KEEPERS,
  'journal.restore': KEEPERS,
  'case.shred': ['reviewer', 'leader', 'secadmin'],
  'rules.list': 'member',
  'rules.view': 'member',
  'rules.try': 'member',
  'rules.own': 'member',
  'rules.difference': RULE_KEEPERS,
  'rules.save': RULE_KEEPERS,
  'rules.pack': RULE_KEEPERS,
  'rules.install': RULE_KEEPERS,
  'lists.view': 'member',
  'lists.template': 'member',
  'lists.withRow': LIST_KEEPERS,
  'lists.preview': LIST_KEEPERS,
  'lists.import': LIST_KEEPERS,
  'adoption.view': LIST_KEEPERS,
  'adoption.take': LIST_KEEPERS,
  'statistics.view': [...BUSINESS, 'auditor'],
  'statistics.categories': BUSINESS,
  'statistics.cases': BUSINESS,
  'annual.view': BUSINESS,
  'annual.save': ['reviewer', 'leader'],
  'job.cancel': 'member',
  'incoming.list': 'anyone',
  // The host gives before anybody has signed in; main lets no page make this call.
  'incoming.give': 'anyone',
  // Drafts are the drafter's; who takes in packages may have those that were handed over, see the use case.
  'incoming.read': ['drafter', 'reviewer', 'leader'],
  'incoming.settle': ['drafter', 'reviewer', 'leader'],
  'incoming.chooseFolder': ['drafter'],
  'incoming.stopWatching': ['drafter'],
  'incoming.setFolder': ['drafter'],
  'stash.read': 'member',
  'stash.keep': 'member',
  'stash.drop': 'member',
  'sample.file': 'member',
  'file.save': 'member',
  'file.print': 'member',
};

/** Calls that change nothing and may be made while the store can only be read. */
export const READ_CALLS: ReadonlySet<CallName> = new Set<CallName>([
  'app.status',
  'people.list',
  'session.open',
  'session.close',
  'session.keep',
  'roster.view',
  'join.open',
  'join.answer',
  'join.preview',
  'person.acts',
  'case.list',
  'case.open',
  'case.proofread',
  'case.difference',
  'case.comparison',
  'case.pagePicture',
  'calendar.view',
  'request.list',
  'request.open',
  'request.letter',
  'export.make',
  'package.list',
  'conflict.view',
  'log.verify',
  'audit.log',
  'quarantine.list',
  'upkeep.view',
  // Restoring is what one does with a store that can only be read.
  'journal.restore',
  'backup.choosePlace',
  'backup.setPlace',
  'rules.list',
  'rules.view',
  'rules.try',
  'rules.own',
  'rules.difference',
  'lists.view',
  'lists.template',
  'lists.withRow',
  'lists.preview',
  'adoption.view',
  'statistics.view',
  'statistics.categories',
  'statistics.cases',
  'annual.view',
  'job.cancel',
  'incoming.list',
  'incoming.give',
  'incoming.read',
  'incoming.settle',
  'incoming.chooseFolder',
  'incoming.stopWatching',
  'incoming.setFolder',
  'stash.read',
  'stash.keep',
  'stash.drop',
  'sample.file',
  'file.save',
  'file.print',
]);

/** Calls that the window makes by itself: they must not keep a session alive that nobody uses. */
export const QUIET_CALLS: ReadonlySet<CallName> = new Set<CallName>([
  'app.status',
  'people.list',
  'job.cancel',
  'incoming.list',
  'incoming.give',
]);

/** What a deputy may call in the other's role. */
export const AS_DEPUTY: ReadonlySet<CallName> = new Set<CallName>(DEPUTY_CALLS);
